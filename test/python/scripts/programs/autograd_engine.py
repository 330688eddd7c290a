"""A scalar autograd engine, and a small network that learns XOR with it."""
import math
import random


class Scalar:
    """A number that remembers how it was made."""

    __slots__ = ("data", "grad", "_parents", "_op", "_push", "label")

    def __init__(self, data, parents=(), op="", label=""):
        self.data, self.grad, self.label = float(data), 0.0, label
        self._parents, self._op, self._push = tuple(parents), op, lambda: None

    @staticmethod
    def lift(other):
        return other if isinstance(other, Scalar) else Scalar(other)

    def __add__(self, other):
        other = Scalar.lift(other)
        out = Scalar(self.data + other.data, (self, other), "+")

        def push():
            self.grad += out.grad
            other.grad += out.grad

        out._push = push
        return out

    def __mul__(self, other):
        other = Scalar.lift(other)
        out = Scalar(self.data * other.data, (self, other), "*")

        def push():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out._push = push
        return out

    def __pow__(self, exponent):
        if not isinstance(exponent, (int, float)):
            raise TypeError(f"exponents are numbers, not {type(exponent).__name__}")
        out = Scalar(self.data**exponent, (self,), f"**{exponent}")

        def push():
            self.grad += exponent * self.data ** (exponent - 1) * out.grad

        out._push = push
        return out

    def tanh(self):
        t = math.tanh(self.data)
        out = Scalar(t, (self,), "tanh")

        def push():
            self.grad += (1 - t * t) * out.grad

        out._push = push
        return out

    def exp(self):
        out = Scalar(math.exp(self.data), (self,), "exp")

        def push():
            self.grad += out.data * out.grad

        out._push = push
        return out

    def relu(self):
        out = Scalar(max(0.0, self.data), (self,), "relu")

        def push():
            self.grad += (out.data > 0) * out.grad

        out._push = push
        return out

    def backward(self):
        order, seen = [], set()

        def visit(node):
            if id(node) not in seen:
                seen.add(id(node))
                for parent in node._parents:
                    visit(parent)
                order.append(node)

        visit(self)
        self.grad = 1.0
        for node in reversed(order):
            node._push()
        return len(order)

    __radd__ = __add__
    __rmul__ = __mul__
    __neg__ = lambda self: self * -1
    __sub__ = lambda self, other: self + -Scalar.lift(other)
    __rsub__ = lambda self, other: -self + other
    __truediv__ = lambda self, other: self * Scalar.lift(other) ** -1
    __rtruediv__ = lambda self, other: other * self**-1

    def __repr__(self):
        return f"Scalar({self.data:.6g}, grad={self.grad:.6g}{', op=' + repr(self._op) if self._op else ''})"


class Neuron:
    def __init__(self, count, activation="tanh"):
        self.w = [Scalar(random.uniform(-1, 1)) for _ in range(count)]
        self.b = Scalar(0)
        self.activation = activation

    def __call__(self, x):
        total = sum((w * v for w, v in zip(self.w, x)), self.b)
        return getattr(total, self.activation)() if self.activation else total

    def parameters(self):
        return [*self.w, self.b]


class Layer(list):
    def __init__(self, inputs, outputs, **options):
        super().__init__(Neuron(inputs, **options) for _ in range(outputs))

    def __call__(self, x):
        out = [neuron(x) for neuron in self]
        return out[0] if len(out) == 1 else out


class Network:
    def __init__(self, *sizes):
        *hidden, last = zip(sizes, sizes[1:])
        self.layers = [Layer(*pair) for pair in hidden] + [Layer(*last, activation=None)]

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x)
        return x

    def parameters(self):
        return [p for layer in self.layers for neuron in layer for p in neuron.parameters()]


a, b = Scalar(2, label="a"), Scalar(-3, label="b")
c = (a * b + b**2) / (1 + (a - 1).exp()) - (2 - a).relu() + 1 / b
print(c, "nodes:", c.backward())
print(a, b)


def numeric(f, x, h=1e-6):
    return (f(x + h) - f(x - h)) / (2 * h)


for name, f in {"cube": lambda x: x**3, "tanh": lambda x: (x * 2).tanh() if isinstance(x, Scalar) else math.tanh(2 * x), "ratio": lambda x: (x + 1) / (x * x + 2)}.items():
    x = Scalar(0.7)
    f(x).backward()
    print(f"{name:>6}: {x.grad:.5f} {numeric(f, 0.7):.5f} {math.isclose(x.grad, numeric(f, 0.7), rel_tol=1e-5)}")
try:
    a ** b
except TypeError as error:
    print(error)
try:
    a.other = 1
except AttributeError as error:
    print(error)

random.seed(1337)
network = Network(2, 4, 1)
print(len(network.parameters()), [round(p.data, 4) for p in network.parameters()[:5]])
data = [((0, 0), -1), ((0, 1), 1), ((1, 0), 1), ((1, 1), -1)]
for step in range(61):
    loss = sum(((network(x) - y) ** 2 for x, y in data), Scalar(0)) / len(data)
    for p in network.parameters():
        p.grad = 0.0
    nodes = loss.backward()
    for p in network.parameters():
        p.data -= 0.2 * p.grad
    if step % 15 == 0:
        print(f"step {step:3d} loss {loss.data:.6f} nodes {nodes}")
print([(x, y, round(network(x).data, 3)) for x, y in data])
