class Model:
    def __init__(self, size, *, rate): self.size = size
model = Model(3,
              rte=0.1)
