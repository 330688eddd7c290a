"""An AttributeError out of `__getattr__` is about the name that was asked for: names alike are suggested."""

import traceback


class Module:
    def __init__(self):
        self.layers = {"conv1": "a layer"}

    def __getattr__(self, name):
        if name in self.__dict__["layers"]:
            return self.layers[name]
        raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")

    def __dir__(self):
        return [*super().__dir__(), *self.layers]


class Silent:
    blech = None

    def __getattr__(self, name):
        raise AttributeError("nothing")


for attempt in (lambda: Silent().bluch, lambda: Module().quite_another, lambda: getattr(Module(), "cov1")):
    try:
        attempt()
    except AttributeError as error:
        print(error.name, type(error.obj).__name__, error.args)
        print(*traceback.format_exception_only(error), end="")
print(getattr(Silent(), "x", "default"), hasattr(Silent(), "y"), Module().conv1)
Module().conv
