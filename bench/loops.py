"""Loops of a million passes: what each takes, in seconds, the best of three."""

import time

N = 1_000_000


class Point:
    def __init__(self):
        self.x = 1

    def get(self):
        return 1


def identity(value):
    return value


def additions():
    total = 0
    for i in range(N):
        total = total + i


def calls():
    for i in range(N):
        identity(i)


def attributes():
    point = Point()
    for _ in range(N):
        point.x


def methods():
    point = Point()
    for _ in range(N):
        point.get()


for loop in (additions, calls, attributes, methods):
    times = []
    for _ in range(3):
        started = time.perf_counter()
        loop()
        times.append(time.perf_counter() - started)
    print(loop.__name__, times[0], min(times))
