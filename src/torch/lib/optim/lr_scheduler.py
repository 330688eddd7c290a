# Schedules of learning rates, which are not followed yet: the rates are unknown from then on.
# https://pytorch.org/docs/stable/optim.html#how-to-adjust-learning-rate

import torch


class LRScheduler:
    def __init__(self, optimizer, *args, **kwargs):
        if not isinstance(optimizer, torch.optim.Optimizer):
            raise TypeError(f'{type(optimizer).__name__} is not an Optimizer')
        self.optimizer = optimizer
        self.last_epoch = 0
        self._rate = torch._C._unsupported(f'torch.optim.lr_scheduler.{type(self).__name__}')
        self._forget()

    def _forget(self):
        for group in self.optimizer.param_groups:
            group['lr'] = self._rate

    def step(self, *args):
        self.last_epoch += 1
        self._forget()

    def get_last_lr(self):
        return [self._rate for group in self.optimizer.param_groups]

    def state_dict(self):
        return self._rate

    def load_state_dict(self, state_dict):
        self._forget()


_LRScheduler = LRScheduler

for _name in (
    'LambdaLR MultiplicativeLR StepLR MultiStepLR ConstantLR LinearLR ExponentialLR CosineAnnealingLR '
    'CosineAnnealingWarmRestarts CyclicLR OneCycleLR PolynomialLR ReduceLROnPlateau ChainedScheduler '
    'SequentialLR'
).split():
    globals()[_name] = type(_name, (LRScheduler,), {'__module__': __name__})
