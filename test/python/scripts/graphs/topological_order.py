"""`graphlib.TopologicalSorter`: every node after those that it depends on."""

from graphlib import CycleError, TopologicalSorter

layers = {"head": {"norm"}, "norm": {"add"}, "add": {"conv2", "shortcut"}, "conv2": {"conv1"}}
layers.update({"conv1": {"input"}, "shortcut": {"input"}})
order = list(TopologicalSorter(layers).static_order())
print(order[0], order[-1], all(order.index(d) < order.index(n) for n in layers for d in layers[n]))
print(list(TopologicalSorter({"c": ["b"], "b": ["a"], "d": ["a", "c"]}).static_order()))
print(list(TopologicalSorter().static_order()), list(TopologicalSorter({1: []}).static_order()))

# What may be done at the same time.
sorter = TopologicalSorter()
for node, *needs in [("link", "a.o", "b.o"), ("a.o", "a.c"), ("b.o", "b.c", "b.h"), ("run", "link")]:
    sorter.add(node, *needs)
sorter.add("a.c")
sorter.prepare()
while sorter:
    ready = sorter.get_ready()
    print(sorted(ready), sorter.is_active(), sorter.get_ready())
    sorter.done(*ready)
print(bool(sorter), sorter.is_active(), sorter.done())

# A node is done once it was given out, and once only.
sorter = TopologicalSorter({2: {1}, 3: {2}})
for attempt in (
    lambda: sorter.get_ready(),
    lambda: sorter.is_active(),
    lambda: sorter.prepare(),
    lambda: sorter.prepare(),
    lambda: sorter.add(4, 1),
    lambda: sorter.done(1),
    lambda: sorter.get_ready(),
    lambda: sorter.done(2),
    lambda: sorter.done(1),
    lambda: sorter.done(1),
    lambda: sorter.done(9),
    lambda: list(sorter.static_order()),
    lambda: TopologicalSorter({1: [[]]}),
):
    try:
        print(attempt())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)

# Cycles are named, the first node also at the end.
for graph in ({1: {2}, 2: {1}}, {"x": ["x"]}, {1: [2], 2: [3], 3: [1], 4: [3]}):
    sorter = TopologicalSorter(graph)
    try:
        sorter.prepare()
    except CycleError as error:
        message, cycle = error.args
        print(message, cycle[0] == cycle[-1], sorted(set(cycle)))
    print(len(sorter.get_ready()))
print(CycleError.__mro__[1].__name__, TopologicalSorter[int])
