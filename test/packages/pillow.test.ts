// Pillow without images: programs that ask what a tensor is, or for a constant, get Pillow's answers;
// what needs an image is not supported yet.

import assert from 'node:assert/strict';
import { traceText } from '../trace/traceText.ts';

describe('Pillow', () => {
  it('has its constants, and no tensor is an image', async () => {
    const printed = await output([
      'import torch',
      'from PIL import Image',
      'print(Image.BICUBIC, Image.Resampling.LANCZOS.value, Image.Transpose.ROTATE_90.name)',
      'print(isinstance(torch.zeros(3), Image.Image), hasattr(Image, "Resampling"))',
    ]);
    assert.deepEqual(printed, ['3 1 ROTATE_90', 'False True']);
  });

  it('says that it opens no images, and what is made of one is unknown', async () => {
    const printed = await output([
      'from PIL import Image, ImageOps',
      'print(Image.open("cat.png").convert("RGB"))',
      'print(ImageOps)',
      'try:',
      '    Image.nothing',
      'except AttributeError as error:',
      '    print(error)',
    ]);
    assert.deepEqual(printed, [
      '<unknown: not supported yet: PIL.Image.open>',
      '<unknown: not supported yet: import PIL.ImageOps>',
      "module 'PIL.Image' has no attribute 'nothing'",
    ]);
  });
});

async function output(lines: readonly string[]): Promise<readonly string[]> {
  const { trace } = await traceText(lines.join('\n'));
  const told = trace.printed.filter(({ stream }) => stream === 'stdout');
  return told
    .map(({ text }) => text)
    .join('')
    .trim()
    .split('\n');
}
