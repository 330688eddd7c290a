# What torch.save writes is what torch.load reads: dtypes, shared storages, containers, modules.
import collections
import io
import os
import sys
import tempfile
import types
import torch


def copied(value, **options):
    file = io.BytesIO()
    torch.save(value, file)
    file.seek(0)
    return torch.load(file, **options)


x = torch.arange(6.).reshape(2, 3)
state = {
    'x': x, 'row': x[1], 't': x.t(), 'empty': torch.zeros(0, 3), 'number': torch.tensor(3),
    'half': torch.tensor([1.5, -2, 65504, 6e-8, float('inf'), float('nan')]).half(),
    'brain': torch.tensor([1.5, 3e38]).bfloat16(), 'bool': torch.tensor([True, False]),
    'wide': torch.tensor([1, -2**60]), 'byte': torch.tensor([1, 255], dtype=torch.uint8),
    'complex': torch.tensor([1 + 2j]), 'double': torch.tensor([0.1], dtype=torch.float64),
    'parameter': torch.nn.Parameter(torch.ones(2)), 'leaf': torch.ones(1, requires_grad=True),
    'size': x.shape, 'dtype': torch.float32, 'device': torch.device('cpu'),
    'ordered': collections.OrderedDict(a=1), 'rest': [1, 2.5, 'a', None, (1, 2), {3}, b'xy', 2**70],
}
again = copied(state, weights_only=False)
for name, value in again.items():
    print(name, value)
print(again['x'].storage().data_ptr() == again['row'].storage().data_ptr())
print(again['t'].stride(), again['row'].storage_offset(), type(again['parameter']).__name__)
again['x'][1, 0] = 100
print(again['row'], again['t'])


class Net(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = torch.nn.Sequential(torch.nn.Linear(3, 2), torch.nn.BatchNorm1d(2))
        self.scale = torch.nn.Parameter(torch.ones(1))

    def forward(self, x):
        return self.layers(x) * self.scale


class Plain:
    def __init__(self):
        raise SystemExit('what is read is not run')


# As if these classes stood in a module of their own.
home = sys.modules['home'] = types.ModuleType('home')
for cls in (Net, Plain):
    cls.__module__ = 'home'
    setattr(home, cls.__name__, cls)

torch.manual_seed(0)
net = Net()
net(torch.randn(4, 3))
net.eval()
folder = tempfile.mkdtemp()
path = os.path.join(folder, 'weights.pt')
torch.save(net.state_dict(), path)
other = Net().eval()
print(other.load_state_dict(torch.load(path, weights_only=True)))
print(torch.equal(net(x), other(x)), list(torch.load(path)), os.path.exists(path))
torch.save({'epoch': 3, 'model': net.state_dict(), 'best': 0.5}, path)
checkpoint = torch.load(path, map_location='cpu')
print(checkpoint['epoch'], checkpoint['best'], checkpoint['model']['layers.1.num_batches_tracked'])
whole = copied(net, weights_only=False)
print(type(whole).__name__, whole.training, torch.equal(whole(x), net(x)))
print(torch.load(path, map_location=lambda storage, place: storage)['epoch'])
for wrong in (
    lambda: torch.load(os.path.join(folder, 'absent.pt')),
    lambda: copied(object.__new__(Plain), weights_only=True),
):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, str(error).replace(folder, ''))
print(type(copied(object.__new__(Plain), weights_only=False)).__name__)
