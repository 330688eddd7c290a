"""`weakref`: references, proxies and dictionaries that do not own; what can not be referred to."""

import weakref


class Node:
    def __init__(self, name):
        self.name = name
        self.children = []
        self._parent = None

    @property
    def parent(self):
        return self._parent and self._parent()

    def add(self, child):
        child._parent = weakref.ref(self)
        self.children.append(child)
        return self

    def __repr__(self):
        return f"Node({self.name})"

    def __eq__(self, other):
        return isinstance(other, Node) and self.name == other.name

    def __hash__(self):
        return hash(self.name)

    def greet(self):
        return f"I am {self.name}"


root = Node("root").add(Node("left")).add(Node("right"))
print(root.children, root.children[0].parent, root.parent)
reference = weakref.ref(root)
print(reference() is root, reference is weakref.ref(root), reference == weakref.ref(root.children[0]), hash(reference) == hash(root))
print(type(reference).__name__, isinstance(reference, weakref.ReferenceType), reference.__callback__)

proxy = weakref.proxy(root)
print(proxy.name, proxy.children[1], type(proxy).__name__, proxy.greet())
proxy.rank = 1
print(root.rank, [c.parent.name for c in root.children])

cache = weakref.WeakValueDictionary(root=root, left=root.children[0])
print(sorted(cache), cache["left"], cache.get("nobody"), len(cache), "root" in cache)
notes = weakref.WeakKeyDictionary({root: ["first"]})
notes.setdefault(root.children[0], []).append("second")
print(notes[root], [key.name for key in notes], len(notes), root in notes)
group = weakref.WeakSet(root.children)
group.add(root)
print(len(group), root in group, sorted(node.name for node in group))
group.discard(root)
print(len(group))

method = weakref.WeakMethod(root.greet)
print(method()(), method() == root.greet)
finalizer = weakref.finalize(root, print, "never seen", 1)
print(finalizer.alive, finalizer.peek()[1:], finalizer.detach()[1:], finalizer.alive)

for attempt in (
    lambda: weakref.ref(1),
    lambda: weakref.ref("text"),
    lambda: weakref.ref([]),
    lambda: weakref.ref(()),
    lambda: weakref.WeakKeyDictionary({1: 2}),
    lambda: cache["stranger"],
    lambda: hash(weakref.proxy(root)),
):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
print(weakref.ref(len) is not None, weakref.ref(Node)() is Node, weakref.ref({1}.__class__)().__name__)


class Slotted:
    __slots__ = ("x",)


class WithPlace:
    __slots__ = ("x", "__weakref__")


kept = WithPlace()
print(weakref.ref(kept)() is kept, weakref.getweakrefcount(kept) >= 0)
try:
    weakref.ref(Slotted())
except TypeError as error:
    print(error)
