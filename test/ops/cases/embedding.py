"""Tables looked up by index."""

import torch
import torch.nn.functional as F


def cases(record):
    table = torch.randn(5, 3)
    keys = torch.tensor([[1, 2], [4, 0]])
    torch_embedding(record, table, keys)
    one_hot(record, keys)
    bags(record, table, keys)


def torch_embedding(record, table, keys):
    for wanted in (keys, keys.int(), keys[0, 0], keys[:0], keys + 1, keys - 1, keys.float(), keys.byte(), keys.bool()):
        record("embedding", table, wanted)
        record("embedding.functional", wanted, table, call=F.embedding)
    record("embedding", table.double(), keys)
    record("embedding", table.long(), keys)
    record("embedding", table[0], keys)
    record("embedding.functional", keys, table, padding_idx=-2, call=F.embedding)
    record("embedding.functional", keys, table, padding_idx=5, call=F.embedding)
    record("embedding.functional", keys, table, padding_idx=-6, call=F.embedding)


def one_hot(record, keys):
    for wanted in (keys, keys[0, 0], keys.int(), keys[:0], keys - 1):
        record("one_hot", wanted)
        for classes in (-1, 0, 3, 6):
            record("one_hot.classes", wanted, classes)


def bags(record, table, keys):
    offsets = torch.tensor([0, 1, 3, 3])
    line = torch.tensor([1, 2, 4, 0, 1])
    for mode in ("sum", "mean", "max", "foo"):
        record("embedding_bag", keys, table, mode=mode, call=F.embedding_bag)
        record("embedding_bag", line, table, offsets, mode=mode, call=F.embedding_bag)
        record("embedding_bag", line, table, offsets, mode=mode, padding_idx=4, call=F.embedding_bag)
        record("embedding_bag", keys, table, mode=mode, per_sample_weights=torch.rand(2, 2), call=F.embedding_bag)
    last = torch.tensor([0, 1, 3, 5])
    record("embedding_bag", line, table, last, include_last_offset=True, call=F.embedding_bag)
    record("embedding_bag", line, table, call=F.embedding_bag)
    record("embedding_bag", keys, table, offsets, call=F.embedding_bag)
    record("embedding_bag", line, table, offsets[None], call=F.embedding_bag)
    record("embedding_bag", keys[None], table, call=F.embedding_bag)
    record("embedding_bag", keys, table, per_sample_weights=torch.rand(2), mode="sum", call=F.embedding_bag)
    record("embedding_bag", keys + 1, table, call=F.embedding_bag)
