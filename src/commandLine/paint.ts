// Colours, where the terminal has them.

import picocolors from 'picocolors';

export type Paint = ReturnType<typeof picocolors.createColors>;

export function paint(colour: boolean): Paint {
  return picocolors.createColors(colour);
}
