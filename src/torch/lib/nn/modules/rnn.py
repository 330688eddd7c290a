# https://pytorch.org/docs/stable/nn.html#recurrent-layers

import math
import numbers
import warnings

import torch
from torch import _VF
from torch.nn import init
from torch.nn.modules.module import Module
from torch.nn.parameter import Parameter
from torch.nn.utils.rnn import PackedSequence, pack, padded

__all__ = ['RNNBase', 'RNN', 'LSTM', 'GRU', 'RNNCellBase', 'RNNCell', 'LSTMCell', 'GRUCell']

_BEFORE_2 = torch.__version__.startswith('1.')
_GATES = {'LSTM': 4, 'GRU': 3, 'RNN_TANH': 1, 'RNN_RELU': 1}


class RNNBase(Module):
    def __init__(self, mode, input_size, hidden_size, num_layers=1, bias=True, batch_first=False,
                 dropout=0.0, bidirectional=False, proj_size=0, device=None, dtype=None):
        super().__init__()
        self.mode = mode
        self.input_size = input_size
        self.hidden_size = hidden_size
        self.num_layers = num_layers
        self.bias = bias
        self.batch_first = batch_first
        self.dropout = float(dropout)
        self.bidirectional = bidirectional
        self.proj_size = proj_size
        self._check_options(dropout)
        for layer in range(num_layers):
            for suffix in self._suffixes():
                for name, size in self._shapes(layer):
                    weight = Parameter(torch.empty(size, device=device, dtype=dtype))
                    setattr(self, f'{name}_l{layer}{suffix}', weight)
        self.reset_parameters()

    def _check_options(self, dropout):
        if not isinstance(dropout, numbers.Number) or not 0 <= dropout <= 1 or isinstance(dropout, bool):
            raise ValueError(
                'dropout should be a number in range [0, 1] representing the probability of an element being zeroed'
            )
        if dropout > 0 and self.num_layers == 1:
            warnings.warn(
                'dropout option adds dropout after all but last recurrent layer, so non-zero dropout expects '
                f'num_layers greater than 1, but got dropout={dropout} and num_layers={self.num_layers}'
            )
        if self.proj_size < 0:
            raise ValueError('proj_size should be a positive integer or zero to disable projections')
        if self.proj_size >= self.hidden_size:
            raise ValueError('proj_size has to be smaller than hidden_size')
        if self.mode not in _GATES:
            raise ValueError('Unrecognized RNN mode: ' + self.mode)

    def _suffixes(self):
        return ('', '_reverse') if self.bidirectional else ('',)

    def _shapes(self, layer):
        directions = 2 if self.bidirectional else 1
        width = self.proj_size or self.hidden_size
        gates = _GATES[self.mode] * self.hidden_size
        inputs = self.input_size if layer == 0 else width * directions
        shapes = [('weight_ih', (gates, inputs)), ('weight_hh', (gates, width))]
        if self.bias:
            shapes += [('bias_ih', (gates,)), ('bias_hh', (gates,))]
        if self.proj_size:
            shapes.append(('weight_hr', (self.proj_size, self.hidden_size)))
        return shapes

    def reset_parameters(self):
        bound = 1.0 / math.sqrt(self.hidden_size) if self.hidden_size > 0 else 0
        for weight in self.parameters():
            init.uniform_(weight, -bound, bound)

    def flatten_parameters(self):
        pass

    @property
    def all_weights(self):
        return [
            [getattr(self, f'{name}_l{layer}{suffix}') for name, _ in self._shapes(layer)]
            for layer in range(self.num_layers)
            for suffix in self._suffixes()
        ]

    def check_input(self, input, batch_sizes):
        expected = 2 if batch_sizes is not None else 3
        if input.dim() != expected:
            raise RuntimeError(f'input must have {expected} dimensions, got {input.dim()}')
        if self.input_size != input.size(-1):
            raise RuntimeError(
                f'input.size(-1) must be equal to input_size. Expected {self.input_size}, got {input.size(-1)}'
            )

    def get_expected_hidden_size(self, input, batch_sizes):
        if batch_sizes is not None:
            batch = int(batch_sizes[0])
        else:
            batch = input.size(0) if self.batch_first else input.size(1)
        directions = 2 if self.bidirectional else 1
        return (self.num_layers * directions, batch, self.proj_size or self.hidden_size)

    def check_hidden_size(self, hx, expected_hidden_size, msg='Expected hidden size {}, got {}'):
        if hx.size() != expected_hidden_size:
            raise RuntimeError(msg.format(expected_hidden_size, list(hx.size())))

    def check_forward_args(self, input, hidden, batch_sizes):
        self.check_input(input, batch_sizes)
        self.check_hidden_size(hidden, self.get_expected_hidden_size(input, batch_sizes))

    def permute_hidden(self, hx, permutation):
        return hx if permutation is None else hx.index_select(1, permutation)

    def forward(self, input, hx=None):
        if isinstance(input, PackedSequence):
            return self._forward_packed(input, hx)
        self._check_rank(input)
        batched = input.dim() == 3
        batch_dim = 0 if self.batch_first else 1
        if not batched:
            input = input.unsqueeze(batch_dim)
        if hx is not None:
            hx = self._batched_state(hx, batched)
        else:
            hx = self._zero_state(input, input.size(batch_dim))
        self.check_forward_args(input, hx, None)
        sequence = input.transpose(0, 1) if self.batch_first else input
        output, state = self._run(sequence, hx, None)
        if self.batch_first:
            output = output.transpose(0, 1)
        if batched:
            return output, state
        return output.squeeze(batch_dim), self._map(state, lambda part: part.squeeze(1))

    def _check_rank(self, input):
        if input.dim() in (2, 3):
            return
        is_rnn = self.mode.startswith('RNN')
        name = 'RNN' if is_rnn else self.mode
        if not _BEFORE_2:
            noun = ' tensor' if is_rnn else ''
            raise ValueError(f'{name}: Expected input to be 2D or 3D, got {input.dim()}D{noun} instead')
        if is_rnn:
            raise AssertionError(
                f'{name}: Expected input to be 2-D or 3-D but received {input.dim()}-D tensor'
            )

    def _forward_packed(self, input, hx):
        data, batch_sizes, sorted_indices, unsorted_indices = input
        if hx is None:
            hx = self._zero_state(data, int(batch_sizes[0]))
        else:
            hx = self.permute_hidden(hx, sorted_indices)
        self.check_forward_args(data, hx, batch_sizes)
        sequence, lengths = padded(data, batch_sizes)
        output, state = self._run(sequence, hx, torch.tensor(lengths))
        packed = PackedSequence(pack(output, batch_sizes), batch_sizes, sorted_indices, unsorted_indices)
        return packed, self.permute_hidden(state, unsorted_indices)

    def _batched_state(self, hx, batched):
        if batched:
            if hx.dim() != 3:
                raise RuntimeError(
                    f'For batched 3-D input, hx should also be 3-D but got {hx.dim()}-D tensor'
                )
            return hx
        if hx.dim() != 2:
            raise RuntimeError(
                f'For unbatched 2-D input, hx should also be 2-D but got {hx.dim()}-D tensor'
            )
        return hx.unsqueeze(1)

    def _zero_state(self, input, batch):
        directions = 2 if self.bidirectional else 1
        size = (self.num_layers * directions, batch, self.proj_size or self.hidden_size)
        return torch.zeros(size, dtype=input.dtype, device=input.device)

    def _map(self, state, function):
        return function(state)

    def _run(self, sequence, state, lengths):
        """All layers over a sequence with time first; gives its output and the last states."""
        lasts = []
        for layer in range(self.num_layers):
            outputs = []
            for direction, suffix in enumerate(self._suffixes()):
                weights = {name: getattr(self, f'{name}_l{layer}{suffix}') for name, _ in self._shapes(layer)}
                index = layer * len(self._suffixes()) + direction
                output, last = self._layer(sequence, state, index, weights, lengths, direction == 1)
                outputs.append(output)
                lasts.append(last)
            sequence = outputs[0] if len(outputs) == 1 else torch.cat(outputs, -1)
            if self.dropout > 0 and layer < self.num_layers - 1:
                sequence = torch.dropout(sequence, self.dropout, self.training)
        return sequence, self._joined(lasts)

    def _layer(self, sequence, state, index, weights, lengths, reverse):
        return _VF.recurrent_layer(
            sequence, state[index], weights['weight_ih'], weights['weight_hh'],
            weights.get('bias_ih'), weights.get('bias_hh'), lengths, self.mode, reverse,
        )

    def _joined(self, lasts):
        return torch.stack(lasts)

    def extra_repr(self):
        parts = [f'{self.input_size}, {self.hidden_size}']
        if self.proj_size != 0:
            parts.append(f'proj_size={self.proj_size}')
        if self.num_layers != 1:
            parts.append(f'num_layers={self.num_layers}')
        if self.bias is not True:
            parts.append(f'bias={self.bias}')
        if self.batch_first is not False:
            parts.append(f'batch_first={self.batch_first}')
        if self.dropout != 0:
            parts.append(f'dropout={self.dropout}')
        if self.bidirectional is not False:
            parts.append(f'bidirectional={self.bidirectional}')
        return ', '.join(parts)


class RNN(RNNBase):
    def __init__(self, *args, **kwargs):
        if 'proj_size' in kwargs:
            raise ValueError('proj_size argument is only supported for LSTM, not RNN or GRU')
        self.nonlinearity = kwargs.pop('nonlinearity', 'tanh')
        modes = {'tanh': 'RNN_TANH', 'relu': 'RNN_RELU'}
        if self.nonlinearity not in modes:
            raise ValueError(f"Unknown nonlinearity '{self.nonlinearity}'")
        super().__init__(modes[self.nonlinearity], *args, **kwargs)


class GRU(RNNBase):
    def __init__(self, *args, **kwargs):
        if 'proj_size' in kwargs:
            raise ValueError('proj_size argument is only supported for LSTM, not RNN or GRU')
        super().__init__('GRU', *args, **kwargs)


class LSTM(RNNBase):
    """Its state is a pair: the hidden state and the cell state."""

    def __init__(self, *args, **kwargs):
        super().__init__('LSTM', *args, **kwargs)

    def get_expected_cell_size(self, input, batch_sizes):
        layers, batch, _ = self.get_expected_hidden_size(input, batch_sizes)
        return (layers, batch, self.hidden_size)

    def check_forward_args(self, input, hidden, batch_sizes):
        self.check_input(input, batch_sizes)
        self.check_hidden_size(
            hidden[0], self.get_expected_hidden_size(input, batch_sizes), 'Expected hidden[0] size {}, got {}'
        )
        self.check_hidden_size(
            hidden[1], self.get_expected_cell_size(input, batch_sizes), 'Expected hidden[1] size {}, got {}'
        )

    def permute_hidden(self, hx, permutation):
        if permutation is None:
            return hx
        return tuple(part.index_select(1, permutation) for part in hx)

    def _batched_state(self, hx, batched):
        expected = 3 if batched else 2
        if hx[0].dim() != expected or hx[1].dim() != expected:
            kind = 'batched 3-D' if batched else 'unbatched 2-D'
            raise RuntimeError(
                f'For {kind} input, hx and cx should also be {expected}-D but got '
                f'({hx[0].dim()}-D, {hx[1].dim()}-D) tensors'
            )
        return hx if batched else (hx[0].unsqueeze(1), hx[1].unsqueeze(1))

    def _zero_state(self, input, batch):
        hidden = super()._zero_state(input, batch)
        size = (hidden.size(0), batch, self.hidden_size)
        return hidden, torch.zeros(size, dtype=input.dtype, device=input.device)

    def _map(self, state, function):
        return tuple(function(part) for part in state)

    def _layer(self, sequence, state, index, weights, lengths, reverse):
        hidden, cell = state
        output, *last = _VF.lstm_layer(
            sequence, hidden[index], cell[index], weights['weight_ih'], weights['weight_hh'],
            weights.get('bias_ih'), weights.get('bias_hh'), weights.get('weight_hr'), lengths, reverse,
        )
        return output, last

    def _joined(self, lasts):
        return tuple(torch.stack(part) for part in zip(*lasts))


class RNNCellBase(Module):
    def __init__(self, input_size, hidden_size, bias, num_chunks, device=None, dtype=None):
        super().__init__()
        self.input_size = input_size
        self.hidden_size = hidden_size
        self.bias = bias
        made = {'device': device, 'dtype': dtype}
        rows = num_chunks * hidden_size
        self.weight_ih = Parameter(torch.empty((rows, input_size), **made))
        self.weight_hh = Parameter(torch.empty((rows, hidden_size), **made))
        if bias:
            self.bias_ih = Parameter(torch.empty(rows, **made))
            self.bias_hh = Parameter(torch.empty(rows, **made))
        else:
            self.register_parameter('bias_ih', None)
            self.register_parameter('bias_hh', None)
        self.reset_parameters()

    def reset_parameters(self):
        bound = 1.0 / math.sqrt(self.hidden_size) if self.hidden_size > 0 else 0
        for weight in self.parameters():
            init.uniform_(weight, -bound, bound)

    def extra_repr(self):
        text = f'{self.input_size}, {self.hidden_size}'
        if self.bias is not True:
            text += f', bias={self.bias}'
        if getattr(self, 'nonlinearity', 'tanh') != 'tanh':
            text += f', nonlinearity={self.nonlinearity}'
        return text

    def _check_input(self, input):
        if input.dim() in (1, 2):
            return
        name = type(self).__name__
        if _BEFORE_2:
            raise AssertionError(
                f'{name}: Expected input to be 1-D or 2-D but received {input.dim()}-D tensor'
            )
        raise ValueError(f'{name}: Expected input to be 1D or 2D, got {input.dim()}D instead')

    def _check_sizes(self, input, *states):
        if input.size(1) != self.input_size:
            raise RuntimeError(
                f'input has inconsistent input_size: got {input.size(1)} expected {self.input_size}'
            )
        for number, state in enumerate(states):
            if input.size(0) != state.size(0):
                raise RuntimeError(
                    f"Input batch size {input.size(0)} doesn't match hidden{number} batch size {state.size(0)}"
                )
            if state.size(1) != self.hidden_size:
                raise RuntimeError(
                    f'hidden{number} has inconsistent hidden_size: got {state.size(1)}, expected {self.hidden_size}'
                )

    def _gates(self, input, state):
        from_input = torch.nn.functional.linear(input, self.weight_ih, self.bias_ih)
        return from_input, torch.nn.functional.linear(state, self.weight_hh, self.bias_hh)

    def _zeros(self, input):
        return torch.zeros(input.size(0), self.hidden_size, dtype=input.dtype, device=input.device)


class RNNCell(RNNCellBase):
    def __init__(self, input_size, hidden_size, bias=True, nonlinearity='tanh', device=None, dtype=None):
        super().__init__(input_size, hidden_size, bias, 1, device, dtype)
        self.nonlinearity = nonlinearity

    def forward(self, input, hx=None):
        self._check_input(input)
        batched = input.dim() == 2
        if not batched:
            input = input.unsqueeze(0)
        if hx is None:
            hx = self._zeros(input)
        elif not batched:
            hx = hx.unsqueeze(0)
        self._check_sizes(input, hx)
        from_input, from_state = self._gates(input, hx)
        if self.nonlinearity == 'tanh':
            state = torch.tanh(from_input + from_state)
        elif self.nonlinearity == 'relu':
            state = torch.relu(from_input + from_state)
        else:
            raise RuntimeError(f'Unknown nonlinearity: {self.nonlinearity}')
        return state if batched else state.squeeze(0)


class LSTMCell(RNNCellBase):
    def __init__(self, input_size, hidden_size, bias=True, device=None, dtype=None):
        super().__init__(input_size, hidden_size, bias, 4, device, dtype)

    def forward(self, input, hx=None):
        self._check_input(input)
        batched = input.dim() == 2
        if not batched:
            input = input.unsqueeze(0)
        if hx is None:
            hx = self._zeros(input), self._zeros(input)
        elif not batched:
            hx = hx[0].unsqueeze(0), hx[1].unsqueeze(0)
        state, cell = hx
        self._check_sizes(input, state, cell)
        from_input, from_state = self._gates(input, state)
        enter, forget, new, leave = (from_input + from_state).chunk(4, 1)
        cell = forget.sigmoid() * cell + enter.sigmoid() * new.tanh()
        state = leave.sigmoid() * cell.tanh()
        return (state, cell) if batched else (state.squeeze(0), cell.squeeze(0))


class GRUCell(RNNCellBase):
    def __init__(self, input_size, hidden_size, bias=True, device=None, dtype=None):
        super().__init__(input_size, hidden_size, bias, 3, device, dtype)

    def forward(self, input, hx=None):
        self._check_input(input)
        batched = input.dim() == 2
        if not batched:
            input = input.unsqueeze(0)
        if hx is None:
            hx = self._zeros(input)
        elif not batched:
            hx = hx.unsqueeze(0)
        self._check_sizes(input, hx)
        from_input, from_state = self._gates(input, hx)
        reset_in, update_in, new_in = from_input.chunk(3, 1)
        reset_state, update_state, new_state = from_state.chunk(3, 1)
        reset = torch.sigmoid(reset_in + reset_state)
        update = torch.sigmoid(update_in + update_state)
        new = torch.tanh(new_in + reset * new_state)
        state = new + update * (hx - new)
        return state if batched else state.squeeze(0)
