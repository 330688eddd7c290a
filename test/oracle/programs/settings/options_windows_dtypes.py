# settings, windows, older ways to make tensors, questions about dtypes
import torch, warnings
warnings.simplefilter('ignore')
torch.set_num_threads(1); print(torch.get_num_threads())
torch.use_deterministic_algorithms(True); print(torch.are_deterministic_algorithms_enabled(), torch.get_deterministic_debug_mode()); torch.use_deterministic_algorithms(False)
torch.set_float32_matmul_precision('high'); print(torch.get_float32_matmul_precision())
x = torch.tensor([1.23456789, 1000.5, -3e-7]); print(x)
torch.set_printoptions(precision=2); print(x); torch.set_printoptions(precision=6, sci_mode=False); print(x); torch.set_printoptions(profile='default'); print(x)
torch.set_printoptions(threshold=5, edgeitems=1); print(torch.arange(20.).view(4, 5)); torch.set_printoptions(linewidth=30, threshold=1000, edgeitems=3); print(torch.arange(20.)); torch.set_printoptions(profile='short'); print(torch.rand(0), torch.arange(12.) / 7); torch.set_printoptions(profile='full'); torch.set_printoptions(profile='default')
for w in ('hann_window', 'hamming_window', 'bartlett_window', 'blackman_window', 'kaiser_window'):
    f = getattr(torch, w); print(w, f(6), f(5, periodic=False), f(1), f(0), f(4, dtype=torch.float64))
try: torch.hann_window(-1)
except RuntimeError as e: print(e)
print(torch.range(1, 4), torch.range(0, 1, 0.25), torch.scalar_tensor(3), torch.asarray([1, 2]), torch.asarray(x) is x)
print(torch.promote_types(torch.int32, torch.float16), torch.promote_types(torch.uint8, torch.int8), torch.can_cast(torch.double, torch.int), torch.can_cast(torch.int, torch.float), torch.can_cast(torch.float, torch.bool))
t = torch.zeros(2, dtype=torch.int16); print(t.new_tensor([1.7, 2]), t.new(3).shape, t.new([4, 5]), t.new(2, 3).dtype, t.is_cpu, torch.HalfTensor([1]).dtype, torch.ShortTensor([1]))
print(torch.arange(4.).apply_(lambda v: v * v + 1), torch.zeros(2).map_(torch.tensor([1., 2.]), lambda a, b: a + 2 * b))
torch.set_default_tensor_type(torch.DoubleTensor); print(torch.zeros(1).dtype); torch.set_default_tensor_type('torch.FloatTensor'); print(torch.zeros(1).dtype)
with torch.autocast('cuda'): print(torch.is_autocast_enabled(), (torch.ones(2, 2) @ torch.ones(2, 2)).dtype)
with torch.cuda.amp.autocast(): y = torch.nn.Linear(2, 2)(torch.ones(1, 2)); print(y.dtype)
@torch.cuda.amp.autocast()
def f(a): return a @ a
print(f(torch.ones(2, 2)).dtype); s = torch.cuda.amp.GradScaler(); print(s.is_enabled(), s.scale(torch.ones(1)), s.get_scale(), s.state_dict())
with torch.autocast(device_type='cpu', enabled=False): print(torch.is_autocast_cpu_enabled())
