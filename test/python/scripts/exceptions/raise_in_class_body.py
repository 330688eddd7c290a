class A:
    def method(self):
        return [self.other(i) for i in range(3)]
    def other(self, i):
        return (lambda: i / 0)()
class B(A):
    def method(self):
        return super().method()
value = B().method() if True else None
