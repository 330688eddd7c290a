# https://pytorch.org/docs/stable/nn.html#linear-layers
# Those that are operators alone are in src/torch/nn/.


class NonDynamicallyQuantizableLinear(Linear):
    pass
