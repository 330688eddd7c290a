# Every loss as a layer: what it prints, what it gives, what it keeps.
import torch
import torch.nn as nn

x = torch.linspace(-2, 2, 12).reshape(4, 3)
p = torch.sigmoid(x)
y = torch.linspace(0.1, 0.9, 12).reshape(4, 3)
labels = torch.tensor([0, 2, 1, 1])
signs = torch.tensor([1, -1, 1, -1])
weight = torch.tensor([0.2, 1.0, 3.0])

pairs = [
    (nn.L1Loss(), x, y),
    (nn.MSELoss(), x, y),
    (nn.MSELoss(reduction='none'), x, y),
    (nn.MSELoss(size_average=False), x, y),
    (nn.SmoothL1Loss(beta=0.5), x, y),
    (nn.HuberLoss(delta=0.5), x, y),
    (nn.KLDivLoss(reduction='batchmean'), x, y),
    (nn.KLDivLoss(reduction='sum', log_target=True), x, y),
    (nn.SoftMarginLoss(), x, y),
    (nn.PoissonNLLLoss(full=True), x, y * 4),
    (nn.BCELoss(), p, y),
    (nn.BCELoss(weight=weight), p, y),
    (nn.BCEWithLogitsLoss(), x, y),
    (nn.BCEWithLogitsLoss(pos_weight=weight), x, y),
    (nn.MultiLabelSoftMarginLoss(), x, y),
    (nn.NLLLoss(), x.log_softmax(1), labels),
    (nn.CrossEntropyLoss(), x, labels),
    (nn.CrossEntropyLoss(weight, ignore_index=1), x, labels),
    (nn.CrossEntropyLoss(label_smoothing=0.1, reduction='sum'), x, labels),
    (nn.CrossEntropyLoss(), x, y),
    (nn.HingeEmbeddingLoss(), x[:, 0], signs),
    (nn.MultiMarginLoss(), x, labels),
]
for loss, a, b in pairs:
    print(loss, loss(a, b))
print(nn.GaussianNLLLoss()(x, y, p))
print(nn.CosineEmbeddingLoss(margin=0.1)(x, y, signs))
print(nn.MarginRankingLoss()(x[:, 0], y[:, 0], signs))
print(nn.TripletMarginLoss(swap=True)(x, y, p))
print(list(nn.CrossEntropyLoss(weight).state_dict()), list(nn.MSELoss().state_dict()))
print(nn.CrossEntropyLoss(weight).weight, nn.CrossEntropyLoss().ignore_index)


class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(3, 3)
        self.criterion = nn.CrossEntropyLoss()

    def forward(self, x, y):
        return self.criterion(self.layer(x), y)


model = Model()
print(model)
print(model(x, labels).shape)
try:
    model(x, labels[:3])
except ValueError as error:
    print(error)
try:
    nn.CrossEntropyLoss()(x, torch.tensor([0, 3, 1, 1]))
except IndexError as error:
    print(error)
