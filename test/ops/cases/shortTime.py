"""Short-time Fourier transforms and their inverses."""

import torch


def cases(record):
    x, b = torch.randn(40), torch.randn(2, 30)
    z = torch.complex(torch.randn(20), torch.randn(20))
    w = 0.5 - 0.5 * torch.cos(torch.arange(8) * torch.pi / 4)
    forward(record, x, b, z, w)
    refused(record, x, z, w)
    for options in (
        {}, {"window": w}, {"hop_length": 3, "window": w}, {"window": w, "normalized": True},
        {"window": w, "length": 37}, {"window": w, "length": 50}, {"window": w + 0.1, "center": False},
        {"window": w, "onesided": False}, {"win_length": 6}, {"length": 10},
    ):
        backward(record, x, options)
        backward(record, b, options)


def forward(record, x, b, z, w):
    for options in (
        {}, {"return_complex": True}, {"hop_length": 3, "window": w}, {"win_length": 6}, {"normalized": True},
        {"onesided": False}, {"center": False}, {"pad_mode": "constant"}, {"window": w.double()},
        {"win_length": 4, "window": torch.ones(4)}, {"center": False, "onesided": False},
    ):
        record("stft", x, 8, **options)
        record("stft", b, 8, **options)
    record("stft", x, 7)
    record("stft", x.double(), 8)
    record("stft", z, 8)
    record("stft", x, 8, window=torch.complex(w, w))


def backward(record, x, options):
    names = ("hop_length", "window", "normalized", "onesided", "win_length", "center")
    given = {name: options[name] for name in names if name in options}
    spectrum = torch.stft(x, 8, return_complex=True, **given)
    record("istft", spectrum, 8, **options)
    record("istft", torch.view_as_real(spectrum), 8, **options)
    record("istft", spectrum, 8, return_complex=True, **options)


def refused(record, x, z, w):
    record("stft", z, 8, onesided=True)
    for size in (0, -3, 100):
        record("stft", x, size, center=False)
    record("stft", x, 100)
    record("stft", x, 8, hop_length=0)
    record("stft", x, 8, win_length=9)
    record("stft", x, 8, window=torch.ones(3))
    record("stft", x[None, None], 8)
    s = torch.stft(x, 8, window=w, return_complex=True)
    record("istft", s, 8, hop_length=0)
    record("istft", s, 8, hop_length=9)
    record("istft", s, 8, win_length=9)
    record("istft", s, 8, window=torch.ones(3))
    record("istft", s[None, None], 8)
    record("istft", s[:, :0], 8)
    record("istft", s, 8, onesided=False)
    record("istft", s, 12)
    record("istft", s, 8, window=torch.zeros(8))
    record("istft", torch.ones(5, 4, 3), 8)
