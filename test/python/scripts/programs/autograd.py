"""A scalar autograd engine and a small network trained with it."""
class Value:
    def __init__(self, data, children=(), op=''):
        self.data = data; self.grad = 0.0
        self._backward = lambda: None
        self._prev = set(children); self._op = op
    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data + other.data, (self, other), '+')
        def _backward():
            self.grad += out.grad
            other.grad += out.grad
        out._backward = _backward
        return out
    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data * other.data, (self, other), '*')
        def _backward():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad
        out._backward = _backward
        return out
    def __pow__(self, n):
        assert isinstance(n, (int, float)), 'only int/float powers'
        out = Value(self.data ** n, (self,), f'**{n}')
        def _backward(): self.grad += n * self.data ** (n - 1) * out.grad
        out._backward = _backward
        return out
    def relu(self):
        out = Value(0 if self.data < 0 else self.data, (self,), 'relu')
        def _backward(): self.grad += (out.data > 0) * out.grad
        out._backward = _backward
        return out
    def backward(self):
        topo, visited = [], set()
        def build(v):
            if v not in visited:
                visited.add(v)
                for child in v._prev: build(child)
                topo.append(v)
        build(self)
        self.grad = 1.0
        for v in reversed(topo): v._backward()
    def __neg__(self): return self * -1
    def __radd__(self, other): return self + other
    def __sub__(self, other): return self + (-other)
    def __rsub__(self, other): return other + (-self)
    def __rmul__(self, other): return self * other
    def __truediv__(self, other): return self * other ** -1
    def __repr__(self): return f'Value(data={self.data:.6f}, grad={self.grad:.6f})'
class Random:
    def __init__(self, seed): self.state = seed
    def uniform(self):
        self.state = (self.state * 1103515245 + 12345) % 2 ** 31
        return self.state / 2 ** 31 * 2 - 1
class Module:
    def parameters(self): return []
    def zero_grad(self):
        for p in self.parameters(): p.grad = 0.0
class Neuron(Module):
    def __init__(self, nin, rng, nonlin=True):
        self.w = [Value(rng.uniform()) for _ in range(nin)]
        self.b = Value(0); self.nonlin = nonlin
    def __call__(self, x):
        act = sum((wi * xi for wi, xi in zip(self.w, x)), self.b)
        return act.relu() if self.nonlin else act
    def parameters(self): return self.w + [self.b]
class Layer(Module):
    def __init__(self, nin, nout, rng, **kw): self.neurons = [Neuron(nin, rng, **kw) for _ in range(nout)]
    def __call__(self, x):
        out = [n(x) for n in self.neurons]
        return out[0] if len(out) == 1 else out
    def parameters(self): return [p for n in self.neurons for p in n.parameters()]
class MLP(Module):
    def __init__(self, nin, nouts, rng):
        sz = [nin, *nouts]
        self.layers = [Layer(sz[i], sz[i + 1], rng, nonlin=i != len(nouts) - 1) for i in range(len(nouts))]
    def __call__(self, x):
        for layer in self.layers: x = layer(x)
        return x
    def parameters(self): return [p for layer in self.layers for p in layer.parameters()]
model = MLP(3, [4, 4, 1], Random(42))
xs = [[2.0, 3.0, -1.0], [3.0, -1.0, 0.5], [0.5, 1.0, 1.0], [1.0, 1.0, -1.0]]
ys = [1.0, -1.0, -1.0, 1.0]
print(len(model.parameters()))
for k in range(15):
    ypred = [model(x) for x in xs]
    loss = sum((yout - ygt) ** 2 for ygt, yout in zip(ys, ypred))
    model.zero_grad()
    loss.backward()
    for p in model.parameters(): p.data += -0.02 * p.grad
    print(k, loss.data)
print([round(y.data, 8) for y in ypred], model.parameters()[0])
a = Value(2.0); b = (a * 3 + 1) / a - 1; b.backward(); print(a, b, 1 - a, a - 1)
try: a ** 'x'
except AssertionError as e: print(e)
