# Layers without parameters: padding, upsampling, shuffled channels, sliding blocks, distances.
import torch
import torch.nn as nn

x = torch.arange(2 * 4 * 4 * 4.0).reshape(2, 4, 4, 4)
layers = [
    nn.ZeroPad2d(1),
    nn.ZeroPad2d((1, 0, 2, 1)),
    nn.ConstantPad2d(1, 0.5),
    nn.ConstantPad1d((1, 2), 3.5),
    nn.ReflectionPad2d(2),
    nn.ReflectionPad2d((1, 0, 0, 1)),
    nn.ReplicationPad2d(1),
    nn.Upsample(scale_factor=2),
    nn.Upsample(scale_factor=2, mode='bilinear', align_corners=True),
    nn.Upsample(size=(3, 5)),
    nn.Upsample(size=6, mode='bicubic'),
    nn.Upsample(scale_factor=(1.5, 2)),
    nn.UpsamplingNearest2d(scale_factor=2),
    nn.UpsamplingBilinear2d(size=(5, 5)),
    nn.PixelShuffle(2),
    nn.PixelUnshuffle(2),
    nn.Unfold(2),
    nn.Unfold((2, 1), stride=2),
    nn.CosineSimilarity(),
    nn.PairwiseDistance(keepdim=True),
    nn.LocalResponseNorm(2),
]
for layer in layers:
    result = layer(x, x.flip(0)) if 'Cos' in repr(layer) or 'Pair' in repr(layer) else layer(x)
    print(layer, tuple(result.shape), result.mean())
print(nn.Fold((4, 4), 2, stride=2)(torch.ones(1, 8, 4)).shape, nn.Fold((4, 4), 2, stride=2))
print(nn.ReplicationPad3d(1)(x[None]).shape, nn.ReflectionPad1d(1)(x[0]).shape)
print(nn.Sequential(nn.ZeroPad2d(1), nn.Conv2d(4, 2, 3), nn.Upsample(scale_factor=2)))
