# A spectrogram, and the signal back from it.
import torch

t = torch.arange(256) / 64
signal = torch.sin(2 * torch.pi * 8 * t) + 0.5 * torch.cos(2 * torch.pi * 3 * t)
window = 0.5 - 0.5 * torch.cos(torch.arange(32) * 2 * torch.pi / 32)
spectrum = torch.stft(signal, 32, hop_length=8, window=window, return_complex=True)
print(spectrum.shape, spectrum.dtype, spectrum.abs().argmax(0)[:5])
print(spectrum.abs().pow(2).mean(1))
back = torch.istft(spectrum, 32, hop_length=8, window=window, length=256)
print(back.shape, torch.allclose(back, signal, atol=1e-5))
