# The state can be taken and put back.
import torch

torch.manual_seed(0)
torch.randn(3)
state = torch.get_rng_state()
print(state.shape, state.dtype)
a = torch.randn(4)
torch.set_rng_state(state)
b = torch.randn(4)
print((a == b).all().item(), a.tolist())
