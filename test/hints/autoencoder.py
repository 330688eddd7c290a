# Down and up again with transposed convolutions.
import torch
import torch.nn as nn


class AutoEncoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder = nn.Sequential(
            nn.Conv2d(1, 8, 3, stride=2, padding=1), nn.ReLU(),
            nn.Conv2d(8, 16, 3, stride=2, padding=1), nn.ReLU(),
        )
        self.decoder = nn.Sequential(
            nn.ConvTranspose2d(16, 8, 2, stride=2), nn.ReLU(),
            nn.ConvTranspose2d(8, 1, 2, stride=2), nn.Sigmoid(),
        )

    def forward(self, x):
        code = self.encoder(x)
        # ^^ [2, 16, 7, 7]
        image = self.decoder(code)
        # ^^^ [2, 1, 28, 28]
        return image, code
        #      ^^^^^^^^^^^ ([2, 1, 28, 28], [2, 16, 7, 7])


model = AutoEncoder()
x = torch.rand(2, 1, 28, 28)
# ^ [2, 1, 28, 28]
image, code = model(x)
# ^^^^^^^^^ ([2, 1, 28, 28], [2, 16, 7, 7])
error = (image - x).abs().sum()
# ^^^ []
