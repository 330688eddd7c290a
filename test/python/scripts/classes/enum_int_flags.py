# Flags that are ints stay flags when they are combined
import enum


class Mode(enum.IntFlag):
    READ = 1
    WRITE = 2
    RUN = 4


both = Mode.READ | Mode.WRITE
print(repr(both), both, int(both), type(both).__name__, both == 3)
print(repr(both & Mode.READ), repr(Mode.READ ^ both), repr(4 | Mode.READ))
print(bool(Mode.READ & Mode.RUN), Mode.WRITE in both, Mode.RUN in both)
print(repr(~Mode.READ), repr(Mode(6)), [m.name for m in Mode])
print(f"{both:d} {both}", both + 1)
