# What all distributions share: shapes, checks of arguments and samples.

import torch


class Distribution:
    has_rsample = False
    has_enumerate_support = False
    _validate_args = True
    arg_constraints = {}
    support = None

    @staticmethod
    def set_default_validate_args(value):
        if value not in [True, False]:
            raise ValueError
        Distribution._validate_args = value

    def __init__(self, batch_shape=torch.Size(), event_shape=torch.Size(), validate_args=None):
        self._batch_shape = batch_shape
        self._event_shape = event_shape
        if validate_args is not None:
            self._validate_args = validate_args
        if self._validate_args:
            self._check_arguments()

    def _check_arguments(self):
        for name, constraint in self.arg_constraints.items():
            # The other of `probs` and `logits` follows from the one that was given.
            if name not in self.__dict__:
                continue
            value = getattr(self, name)
            if not constraint.check(value).all():
                raise ValueError(
                    f'Expected parameter {name} ({type(value).__name__} of shape {tuple(value.shape)}) of '
                    f'distribution {self!r} to satisfy the constraint {constraint!r}, but found invalid '
                    f'values:\n{value}'
                )

    @property
    def batch_shape(self):
        return self._batch_shape

    @property
    def event_shape(self):
        return self._event_shape

    def expand(self, batch_shape, _instance=None):
        batch_shape = torch.Size(batch_shape)
        own = len(self._batch_shape)
        parameters = {
            name: value.expand(batch_shape + value.shape[own:])
            for name, value in self.__dict__.items()
            if name in self.arg_constraints or name == '_param'
        }
        return self._with(batch_shape, **parameters)

    def _with(self, batch_shape, **attributes):
        """This distribution over another batch."""
        made = type(self).__new__(type(self))
        made.__dict__.update(self.__dict__)
        made.__dict__.update(attributes, _batch_shape=torch.Size(batch_shape))
        return made

    def enumerate_support(self, expand=True):
        if self.has_enumerate_support:
            return torch._C._unsupported(f'{type(self).__name__}.enumerate_support')
        raise NotImplementedError

    @property
    def mode(self):
        raise NotImplementedError(f'{self.__class__} does not implement mode')

    @property
    def stddev(self):
        return self.variance.sqrt()

    def sample(self, sample_shape=torch.Size()):
        with torch.no_grad():
            return self.rsample(sample_shape)

    def rsample(self, sample_shape=torch.Size()):
        raise NotImplementedError

    def sample_n(self, n):
        return self.sample(torch.Size((n,)))

    def log_prob(self, value):
        raise NotImplementedError

    def cdf(self, value):
        raise NotImplementedError

    def icdf(self, value):
        raise NotImplementedError

    def entropy(self):
        raise NotImplementedError

    def perplexity(self):
        return torch.exp(self.entropy())

    def _extended_shape(self, sample_shape=torch.Size()):
        return torch.Size(tuple(sample_shape) + tuple(self._batch_shape) + tuple(self._event_shape))

    def _validate_sample(self, value):
        if not isinstance(value, torch.Tensor):
            raise ValueError('The value argument to log_prob must be a Tensor')
        own = tuple(self._batch_shape) + tuple(self._event_shape)
        for i, j in zip(reversed(value.size()), reversed(own)):
            if i != 1 and j != 1 and i != j:
                raise ValueError(
                    f'Value is not broadcastable with batch_shape+event_shape: {value.size()} vs '
                    f'{torch.Size(own)}.'
                )
        if not self.support.check(value).all():
            raise ValueError(
                f'Expected value argument ({type(value).__name__} of shape {tuple(value.shape)}) to be within '
                f'the support ({self.support!r}) of the distribution {self!r}, but found invalid values:\n{value}'
            )

    def __repr__(self):
        names = [name for name in self.arg_constraints if name in self.__dict__]
        shown = ', '.join(
            f'{name}: {self.__dict__[name] if self.__dict__[name].numel() == 1 else self.__dict__[name].size()}'
            for name in names
        )
        return f'{type(self).__name__}({shown})'
