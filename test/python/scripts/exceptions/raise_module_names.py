class Outer:
    class Error(Exception):
        __module__ = 'some.package'
    def run(self):
        def inner():
            raise self.Error('from inner', 2)
        inner()
class Lib(Outer.Error): pass
Lib.__module__ = 'lib'
try:
    Outer().run()
except Exception as e:
    raise Lib() from e
