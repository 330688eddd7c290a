"""Clocks go forward; a sleep moves them on."""
import time

begin = time.perf_counter()
wall = time.time()
time.sleep(0.05)
print(time.perf_counter() - begin >= 0.05, time.time() - wall >= 0.05)
print(type(time.time()).__name__, type(time.time_ns()).__name__, type(time.monotonic()).__name__)
print(time.monotonic() <= time.monotonic(), time.process_time() >= 0, time.perf_counter_ns() > 0)
