class Net:
    def __init__(self):
        self.conv1 = 1
        self.linear_layer = 2
    def forward(self, inputs):
        return self.linear_layre + inputs
def collect(*functions):
    errors = []
    for function in functions:
        try:
            function()
        except Exception as e:
            errors.append(e)
    return errors
total_count = 5
def local_names(input_size):
    hidden_size = 3
    return input_sizes * hidden
raise ExceptionGroup('suggestions', collect(
    lambda: Net().conv3, lambda: Net().forward(1), lambda: totl_count, lambda: local_names(1), lambda: [].apend(1), lambda: 'a'.uper(),
    lambda: prnt('x'), lambda: rang(5), lambda: zzzzzz, lambda: Net.Forward, lambda: {}.item(), lambda: (1).imagg, lambda: Net().nothing_alike_at_all, lambda: lenn([]))[:15])
