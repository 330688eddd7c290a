# Names that scripted signatures are annotated with; an annotation is not computed with.

from typing import List


class _Broadcasting:
    """`BroadcastingList2[int]` accepts an int for a list of two."""

    def __getitem__(self, types):
        return List[types]


BroadcastingList1 = BroadcastingList2 = BroadcastingList3 = _Broadcasting()
