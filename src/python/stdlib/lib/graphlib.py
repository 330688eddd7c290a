"""Topological sorting: https://docs.python.org/3.11/library/graphlib.html"""

from types import GenericAlias

__all__ = ["TopologicalSorter", "CycleError"]


class CycleError(ValueError):
    """The nodes have no order; the second argument lists a cycle, first and last being the same."""


class _Node:
    __slots__ = ("waiting_for", "successors", "state")

    def __init__(self):
        self.waiting_for = 0
        self.successors = []
        self.state = "waiting"


class TopologicalSorter:
    """Puts nodes behind all that they depend on; gives out those whose turn it is."""

    def __init__(self, graph=None):
        self._nodes = {}
        self._ready = None
        self._passed_out = 0
        self._finished = 0
        if graph is not None:
            for node, predecessors in graph.items():
                self.add(node, *predecessors)

    def _node(self, name):
        if name not in self._nodes:
            self._nodes[name] = _Node()
        return self._nodes[name]

    def add(self, node, *predecessors):
        """A node comes after its predecessors."""
        if self._ready is not None:
            raise ValueError("Nodes cannot be added after a call to prepare()")
        entry = self._node(node)
        entry.waiting_for += len(predecessors)
        for predecessor in predecessors:
            self._node(predecessor).successors.append(node)

    def prepare(self):
        """No more nodes are added; cycles are found."""
        if self._ready is not None:
            raise ValueError("cannot prepare() more than once")
        self._ready = [name for name, node in self._nodes.items() if node.waiting_for == 0]
        cycle = self._find_cycle()
        if cycle:
            raise CycleError("nodes are in a cycle", cycle)

    def get_ready(self):
        """All nodes that wait for nothing and were not given out yet."""
        self._require_prepared()
        ready = tuple(self._ready)
        for name in ready:
            self._nodes[name].state = "out"
        self._ready.clear()
        self._passed_out += len(ready)
        return ready

    def is_active(self):
        """Whether there is more to give out, or to wait for."""
        self._require_prepared()
        return self._finished < self._passed_out or bool(self._ready)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        """The nodes were processed: those behind them may follow."""
        self._require_prepared()
        for name in nodes:
            node = self._nodes.get(name)
            if node is None:
                raise ValueError(f"node {name!r} was not added using add()")
            if node.state == "waiting":
                raise ValueError(f"node {name!r} was not passed out (still not ready)")
            if node.state == "done":
                raise ValueError(f"node {name!r} was already marked done")
            node.state = "done"
            for successor in node.successors:
                following = self._nodes[successor]
                following.waiting_for -= 1
                if following.waiting_for == 0:
                    self._ready.append(successor)
            self._finished += 1

    def static_order(self):
        """All nodes in order."""
        self.prepare()
        while self.is_active():
            ready = self.get_ready()
            yield from ready
            self.done(*ready)

    __class_getitem__ = classmethod(GenericAlias)

    def _require_prepared(self):
        if self._ready is None:
            raise ValueError("prepare() must be called first")

    def _find_cycle(self):
        """A walk along successors that comes back to a node of its own path."""
        seen = set()
        for start in self._nodes:
            if start in seen:
                continue
            path = [start]
            places = {start: 0}
            open_ends = [iter(self._nodes[start].successors)]
            seen.add(start)
            while path:
                for name in open_ends[-1]:
                    if name in places:
                        return path[places[name] :] + [name]
                    if name not in seen:
                        seen.add(name)
                        places[name] = len(path)
                        path.append(name)
                        open_ends.append(iter(self._nodes[name].successors))
                        break
                else:
                    open_ends.pop()
                    del places[path.pop()]
        return None
