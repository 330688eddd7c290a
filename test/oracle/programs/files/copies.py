# What copy and pickle make of tensors, dtypes, devices and modules.
import copy
import pickle

import torch


def shown(text):
    try:
        print(text, eval(text))
    except Exception as error:
        print(text, type(error).__name__, error)


for text in (
    'copy.copy(torch.float32)',
    'copy.deepcopy(torch.float32)',
    "copy.deepcopy({'d':torch.device('cuda:0')})",
    "copy.copy(torch.device('cpu'))",
    "pickle.loads(pickle.dumps(torch.device('cpu')))",
    'copy.deepcopy(torch.Size([1]))',
    'copy.copy(torch.Size([1]))',
    'pickle.loads(pickle.dumps(torch.float16))',
    'copy.deepcopy(torch.strided)',
    'copy.deepcopy(torch.channels_last)',
    'copy.copy(torch.nn.Parameter(torch.ones(1)))',
    'copy.copy(torch.nn.Linear(1,1)).weight.shape',
    'pickle.loads(pickle.dumps(torch.nn.Linear(1,1))).weight.shape',
    'pickle.loads(pickle.dumps(torch.nn.Parameter(torch.ones(1))))',
    'pickle.loads(pickle.dumps(torch.ones(2,2,dtype=torch.int64)))',
    "pickle.loads(pickle.dumps({'a':torch.ones(1).requires_grad_()}))",
    'copy.deepcopy(torch.Generator()).initial_seed()',
    'copy.copy(torch.iinfo(torch.int8))',
    'torch.float32.__reduce__()',
    "torch.device('cuda',1).__reduce__()",
    "pickle.loads(pickle.dumps(torch.ones(2)*float('nan')))",
    'pickle.loads(pickle.dumps(torch.tensor([1+2j])))',
    'pickle.loads(pickle.dumps(torch.ones(0,3))).shape',
    'copy.copy(torch.ones(1,requires_grad=True)*2)',
    'copy.deepcopy(torch.ones(1,requires_grad=True)*2)',
    'pickle.dumps(torch.ones(1,requires_grad=True)*2)[:2]',
):
    shown(text)

# A copy shares the memory; a copied module shares its parameters.
x = torch.ones(2)
y = copy.copy(x)
y[0] = 5
print(x, y is x)
layer = torch.nn.Linear(2, 1)
print(copy.copy(layer).weight is layer.weight)
