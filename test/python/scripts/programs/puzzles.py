def queens(n):
    def place(row, cols, d1, d2, board):
        if row == n: yield tuple(board); return
        for c in range(n):
            if c in cols or row + c in d1 or row - c in d2: continue
            yield from place(row + 1, cols | {c}, d1 | {row + c}, d2 | {row - c}, board + [c])
    return list(place(0, frozenset(), frozenset(), frozenset(), []))
print(len(queens(6)), queens(4), len(queens(7)))
def sieve(n):
    flags = bytearray([1]) * (n + 1); flags[0:2] = b'\0\0'
    for i in range(2, int(n ** 0.5) + 1):
        if flags[i]: flags[i * i::i] = bytearray(len(range(i * i, n + 1, i)))
    return [i for i, f in enumerate(flags) if f]
print(sieve(60), len(sieve(5000)))
def sieve2(n):
    marks = [True] * (n + 1); marks[:2] = [False, False]
    for i in range(2, int(n ** 0.5) + 1):
        if marks[i]: marks[i * i::i] = [False] * len(marks[i * i::i])
    return sum(marks)
print(sieve2(10000))
def perms(xs): return [[]] if not xs else [[x, *p] for i, x in enumerate(xs) for p in perms(xs[:i] + xs[i + 1:])]
print(perms([1, 2, 3]), len(perms(list('abcde'))))
def hanoi(n, a='A', b='B', c='C'):
    if n: yield from hanoi(n - 1, a, c, b); yield f'{a}{c}'; yield from hanoi(n - 1, b, a, c)
print(' '.join(hanoi(4)))
def lcs(a, b):
    t = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b): t[i + 1][j + 1] = t[i][j] + 1 if x == y else max(t[i][j + 1], t[i + 1][j])
    out, i, j = [], len(a), len(b)
    while i and j:
        if a[i - 1] == b[j - 1]: out.append(a[i - 1]); i -= 1; j -= 1
        elif t[i - 1][j] >= t[i][j - 1]: i -= 1
        else: j -= 1
    return ''.join(reversed(out))
print(lcs('AGGTABQWERTY', 'GXTXAYBWRTZY'))
class Matrix:
    def __init__(self, rows): self.rows = [list(r) for r in rows]
    def __matmul__(self, o): return Matrix([[sum(a * b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows])
    def __getitem__(self, ij): i, j = ij; return self.rows[i][j]
    def __eq__(self, o): return self.rows == o.rows
    @property
    def T(self): return Matrix(zip(*self.rows))
    @classmethod
    def identity(cls, n): return cls([[int(i == j) for j in range(n)] for i in range(n)])
    def __pow__(self, n):
        r = Matrix.identity(len(self.rows)); b = self
        while n:
            if n & 1: r = r @ b
            b = b @ b; n >>= 1
        return r
    def __repr__(self): return 'Matrix(' + '; '.join(' '.join(map(str, r)) for r in self.rows) + ')'
f = Matrix([[1, 1], [1, 0]]); print(f ** 10, (f ** 200)[0, 1], f.T, f @ Matrix.identity(2) == f)
def collatz(n, seen={1: 1}):
    path = []
    while n not in seen: path.append(n); n = n // 2 if n % 2 == 0 else 3 * n + 1
    base = seen[n]
    for k, v in enumerate(reversed(path), 1): seen[v] = base + k
    return seen[path[0]] if path else base
print(max(range(1, 3000), key=collatz), collatz(27))
words = 'the quick brown fox jumps over the lazy dog the end'.split()
counts = {}
for w in words: counts[w] = counts.get(w, 0) + 1
print(sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:4], {len(w): sorted({v for v in words if len(v) == len(w)}) for w in words})
def bfs(grid, start, goal):
    queue, seen = [(start, [start])], {start}
    while queue:
        (r, c), path = queue.pop(0)
        if (r, c) == goal: return path
        for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)):
            n = (r + dr, c + dc)
            if 0 <= n[0] < len(grid) and 0 <= n[1] < len(grid[0]) and grid[n[0]][n[1]] != '#' and n not in seen:
                seen.add(n); queue.append((n, path + [n]))
print(bfs(['..#.', '.#..', '....', '#.#.'], (0, 0), (0, 3)))
def roman(n): return ''.join(s * (n // v) for v, s, n in ((v, s, n % p) for v, s, p in [(1000, 'M', 10 ** 9), (900, 'CM', 1000), (500, 'D', 900), (400, 'CD', 500), (100, 'C', 400), (90, 'XC', 100), (50, 'L', 90), (40, 'XL', 50), (10, 'X', 40), (9, 'IX', 10), (5, 'V', 9), (4, 'IV', 5), (1, 'I', 4)]))
print([roman(n) for n in (1994, 2024, 9)])
def gcd(a, b):
    while b: a, b = b, a % b
    return a
print(gcd(2 ** 64, 6 ** 20), 2 ** 200 % 10 ** 9, pow(3, 10 ** 18, 10 ** 9 + 7), sum(int(d) for d in str(2 ** 1000)), len(str(3 ** 5000)))
x, eps, steps = 1.0, 1e-12, 0
while abs(x * x - 2) > eps: x, steps = (x + 2 / x) / 2, steps + 1
print(x, steps, f'{x:.15f}', x.hex() if hasattr(x, 'hex') else '')
