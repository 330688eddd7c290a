class Base:
    def __init__(self, **options):
        self.options = options
        self.setup()
    def setup(self): raise NotImplementedError
class Model(Base):
    def __init__(self, size, **options):
        self.size = size
        super().__init__(**options)
    def setup(self):
        self.width = self.options['width']
    @property
    def area(self):
        return self.width * self.height
m = Model(3, width=2)
print(m.width)
try:
    m.area
except AttributeError as e:
    print(e)
Model(4)
