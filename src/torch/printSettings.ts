// `torch.set_printoptions`.
// https://pytorch.org/docs/stable/generated/torch.set_printoptions.html

import type { Interpreter } from '../python/evaluate/interpreter.ts';
import type { NativeFunction } from '../python/values/callable.ts';
import { raise } from '../python/values/exception.ts';
import type { Value } from '../python/values/object.ts';
import { DEFAULT_PRINT_OPTIONS, type PrintOptions } from './printing.ts';
import { pythonFunction } from './pythonFunction.ts';
import { numberOr } from './pythonNumber.ts';
import { torchState } from './state.ts';

const PROFILES: Readonly<Record<string, Partial<PrintOptions>>> = {
  default: {},
  short: { precision: 2, edgeitems: 2 },
  full: { threshold: Infinity },
};

const NAMES = ['precision', 'threshold', 'edgeitems', 'linewidth'] as const;

export const printSettings: Record<string, NativeFunction> = {
  set_printoptions: pythonFunction(
    'set_printoptions(precision=None, threshold=None, edgeitems=None, linewidth=None, profile=None, sci_mode=None)',
    (vm: Interpreter, ...given: Value[]) => {
      const profile = given[4] ?? null;
      const sciMode = given[5] ?? null;
      const options = torchState(vm).printOptions;
      if (profile !== null) {
        const chosen = PROFILES[String(profile)];
        // The others leave what is set as it is.
        if (chosen) Object.assign(options, { ...plain, ...chosen });
      }
      for (const [i, name] of NAMES.entries()) {
        const value = given[i] ?? null;
        if (value === null) continue;
        const number = numberOr(value, NaN);
        if (Number.isNaN(number)) raise('TypeError', `set_printoptions: ${name} must be a number`);
        options[name] = number;
      }
      options.sciMode = sciMode === null ? null : sciMode === true;
      return null;
    },
  ),
};

const { sciMode: _, ...plain } = DEFAULT_PRINT_OPTIONS;
