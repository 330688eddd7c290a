# https://pytorch.org/docs/stable/nn.html#utilities (sequences of different lengths)

from collections import namedtuple

import torch

__all__ = [
    'PackedSequence', 'invert_permutation', 'pack_padded_sequence', 'pad_packed_sequence',
    'pad_sequence', 'unpad_sequence', 'pack_sequence', 'unpack_sequence',
]

_Fields = namedtuple('PackedSequence', ['data', 'batch_sizes', 'sorted_indices', 'unsorted_indices'])


class PackedSequence(_Fields):
    """Sequences one time step after the other: `data` [sum of lengths, …], `batch_sizes` [longest]."""

    def __new__(cls, data, batch_sizes=None, sorted_indices=None, unsorted_indices=None):
        if unsorted_indices is None:
            unsorted_indices = invert_permutation(sorted_indices)
        return super().__new__(cls, data, batch_sizes, sorted_indices, unsorted_indices)

    def to(self, *args, **kwargs):
        data = self.data.to(*args, **kwargs)
        return type(self)(data, self.batch_sizes, self.sorted_indices, self.unsorted_indices)

    def cpu(self):
        return self.to('cpu')

    def float(self):
        return self.to(dtype=torch.float)

    def double(self):
        return self.to(dtype=torch.double)

    @property
    def is_cuda(self):
        return self.data.is_cuda


def invert_permutation(permutation):
    if permutation is None:
        return None
    output = torch.empty_like(permutation)
    output[permutation] = torch.arange(0, permutation.numel(), device=permutation.device)
    return output


def pack(sequence, batch_sizes):
    """The steps of a sequence [time, batch, …] one after the other."""
    return torch.cat([sequence[time, :int(size)] for time, size in enumerate(batch_sizes)])


def padded(data, batch_sizes, padding_value=0.0, total_length=None):
    """The sequence [time, batch, …] with what is absent filled in, and the lengths."""
    sizes = [int(size) for size in batch_sizes]
    length = total_length or len(sizes)
    result = data.new_full((length, sizes[0], *data.shape[1:]), padding_value)
    start = 0
    for time, size in enumerate(sizes):
        result[time, :size] = data[start:start + size]
        start += size
    return result, [sum(size > i for size in sizes) for i in range(sizes[0])]


def pack_padded_sequence(input, lengths, batch_first=False, enforce_sorted=True):
    lengths = torch.as_tensor(lengths, dtype=torch.int64)
    if enforce_sorted:
        sorted_indices = None
    else:
        lengths, sorted_indices = torch.sort(lengths, descending=True)
        input = input.index_select(0 if batch_first else 1, sorted_indices)
    if batch_first:
        input = input.transpose(0, 1)
    counts = lengths.tolist()
    if len(counts) != input.size(1):
        raise RuntimeError(
            f'Expected `len(lengths)` to be equal to batch_size, but got {len(counts)} (batch_size={input.size(1)})'
        )
    if counts and counts[-1] <= 0:
        raise RuntimeError('Length of all samples has to be greater than 0, but found an element in '
                           "'lengths' that is <= 0")
    if any(a < b for a, b in zip(counts, counts[1:])):
        raise RuntimeError(
            '`lengths` array must be sorted in decreasing order when `enforce_sorted` is True. You can pass '
            '`enforce_sorted=False` to pack_padded_sequence and/or pack_sequence to sidestep this requirement '
            'if you do not need ONNX exportability.'
        )
    batch_sizes = torch.tensor([sum(count > time for count in counts) for time in range(counts[0])])
    return PackedSequence(pack(input, batch_sizes), batch_sizes, sorted_indices, None)


def pad_packed_sequence(sequence, batch_first=False, padding_value=0.0, total_length=None):
    longest = sequence.batch_sizes.size(0)
    if total_length is not None and total_length < longest:
        raise ValueError(
            f'Expected total_length to be at least the length of the longest sequence in input, but got '
            f'total_length={total_length} and max sequence length being {longest}'
        )
    output, lengths = padded(sequence.data, sequence.batch_sizes, padding_value, total_length)
    lengths = torch.tensor(lengths)
    if batch_first:
        output = output.transpose(0, 1)
    if sequence.unsorted_indices is not None:
        output = output.index_select(0 if batch_first else 1, sequence.unsorted_indices)
        lengths = lengths[sequence.unsorted_indices]
    return output, lengths


def pad_sequence(sequences, batch_first=False, padding_value=0.0):
    if isinstance(sequences, torch.Tensor):
        sequences = sequences.unbind(0)
    longest = max(sequence.size(0) for sequence in sequences)
    trailing = sequences[0].shape[1:]
    size = (len(sequences), longest, *trailing) if batch_first else (longest, len(sequences), *trailing)
    output = sequences[0].new_full(size, padding_value)
    for i, sequence in enumerate(sequences):
        if batch_first:
            output[i, :sequence.size(0)] = sequence
        else:
            output[:sequence.size(0), i] = sequence
    return output


def unpad_sequence(padded_sequences, lengths, batch_first=False):
    if not batch_first:
        padded_sequences = padded_sequences.transpose(0, 1)
    return [sequence[:int(length)] for sequence, length in zip(padded_sequences, lengths)]


def pack_sequence(sequences, enforce_sorted=True):
    lengths = torch.as_tensor([sequence.size(0) for sequence in sequences])
    return pack_padded_sequence(pad_sequence(sequences), lengths, enforce_sorted=enforce_sorted)


def unpack_sequence(packed_sequences):
    sequences, lengths = pad_packed_sequence(packed_sequences, batch_first=True)
    return unpad_sequence(sequences, lengths, batch_first=True)
