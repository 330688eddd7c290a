"""Records what torchvision's models give on real PyTorch: python3 record.py

Every classification, segmentation and video model of torchvision.models is made under a seed, in eval
mode, and called once. models.json gets the program and what it prints: the number of parameters, the
shape of the output, some of its numbers. Needs torch 1.13 and torchvision 0.14.
"""
import contextlib
import io
import json
import pathlib
import warnings

import torch
import torchvision.models as models

# Half a billion parameters and more: more memory than small machines have.
too_large = {'regnet_y_128gf', 'vit_h_14'}

program = """import torch
import torchvision.models as models

torch.manual_seed(0)
model = models.{maker}({arguments})
model.eval()
x = torch.randn({size})
with torch.no_grad():
    out = model(x)
out = out['out'] if isinstance(out, dict) else out
print(sum(p.numel() for p in model.parameters()))
print(tuple(out.shape))
flat = out.flatten()
print([round(v, 6) for v in flat[:: max(flat.numel() // 16, 1)].tolist()])
print(round(out.mean().item(), 6), round(out.std().item(), 6))
"""


def programs():
    for name in models.list_models(models):
        if name not in too_large:
            size = 299 if name == 'inception_v3' else 224
            yield name, program.format(maker=name, arguments='', size=f'1, 3, {size}, {size}')
    for name in models.list_models(models.segmentation):
        arguments = 'weights_backbone=None'
        yield name, program.format(maker=f'segmentation.{name}', arguments=arguments, size='1, 3, 96, 96')
    for name in models.list_models(models.video):
        size = 224 if name.startswith(('mvit', 's3d', 'swin3d')) else 112
        yield name, program.format(maker=f'video.{name}', arguments='', size=f'1, 3, 16, {size}, {size}')


if __name__ == '__main__':
    torch.set_num_threads(1)
    warnings.simplefilter('ignore')
    recorded = {}
    for name, source in programs():
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(source, name, 'exec'), {'__name__': '__main__'})
        recorded[name] = {'program': source, 'prints': printed.getvalue()}
        print(name, flush=True)
    file = pathlib.Path(__file__).with_name('models.json')
    file.write_text(json.dumps(recorded, indent=1) + '\n')
