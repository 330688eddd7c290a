# Views, picked elements, and assignment through both.
import numpy as np

a = np.arange(12).reshape(3, 4)
print(a[1], a[-1, -1], a[1:, ::2], a[::-1], a[:, ::-2])
print(a[[0, 2]], a[[0, 1], [1, 2]], a[a % 2 == 0], a[..., 0], a[None, 0].shape)
print(a[np.array([True, False, True])], a[:, [True, False, True, False]], a[::2, [0, 1]])

b = a.copy()
b[:, 1] = [7, 8, 9]
b[b > 9] = -1
b[1, ::-1] = [1, 2, 3, 4]
b[[0, 1], [0, 3]] += 100
b[2, 2] = 3.9
print(b)

view = a.reshape(-1)[::-1]
view[0] = 99
view[1:3] += 5
a.T[0] = 5
print(a)


def refused(action):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)


def put(key, value):
    a.copy()[key] = value


refused(lambda: a[3])
refused(lambda: a[0, 9])
refused(lambda: a[0, 0, 0])
refused(lambda: a[1.5])
refused(lambda: a[[True, False]])
refused(lambda: a[[0, 1], [0, 1, 2]])
refused(lambda: put((slice(None), 1), [7, 8]))
refused(lambda: put(a > 5, [1, 2]))
refused(lambda: put([0, 1], np.zeros((3, 4))))
refused(lambda: a + np.arange(3))
refused(lambda: a.reshape(5, 3))
refused(lambda: a @ a)
refused(lambda: bool(a))
refused(lambda: a.__iadd__(1.5))
refused(lambda: np.concatenate([a, np.ones((2, 3))]))
refused(lambda: np.sum(a, axis=2))
