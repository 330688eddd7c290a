# Parts of numpy by their own names, as programs import them.
import numpy as np
import numpy.linalg as LA
from numpy.fft import fft, fftshift, ifft, rfft
from numpy.random import RandomState, default_rng
from numpy.testing import assert_allclose
from numpy.typing import NDArray


def scaled(x: NDArray[np.float32], by: 'np.ndarray') -> np.ndarray:
    return x * by


print(fft([1, 2, 3]), ifft([1, 2, 3]), rfft(np.arange(4.0)), np.fft.fft2(np.eye(2)), fftshift(np.arange(5)))
print(default_rng(0).random(1), RandomState(0).randn(1), LA.norm([1, 2, 2]), scaled(np.ones(2), 3))
assert_allclose(ifft(fft(np.arange(8.0))).real, np.arange(8.0), atol=1e-12)
try:
    LA.inv(np.zeros((2, 2)))
except LA.LinAlgError as error:
    print(error)
