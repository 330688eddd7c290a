// `itertools`: https://docs.python.org/3.11/library/itertools.html, and batched of 3.12.

import type { BuiltinModule } from '../../imports.ts';
import { combinationTypes, permutationsType, productType } from './combining.ts';
import { countType, cycleType, repeatType } from './endless.ts';
import { accumulateType, groupbyType, groupType, zipLongestType } from './gathering.ts';
import {
  batchedType,
  chainType,
  compressType,
  isliceType,
  pairwiseType,
  starmapType,
  testedTypes,
} from './pickingTypes.ts';
import { teeFunction, teeType } from './tee.ts';

const all = [
  groupType,
  teeType,
  accumulateType,
  batchedType,
  chainType,
  ...combinationTypes,
  compressType,
  countType,
  cycleType,
  groupbyType,
  isliceType,
  pairwiseType,
  permutationsType,
  productType,
  repeatType,
  starmapType,
  ...testedTypes,
  zipLongestType,
];

export const itertools: BuiltinModule = {
  name: 'itertools',
  build: () => ({
    ...Object.fromEntries(all.map((type) => [type.name, type])),
    tee: teeFunction,
  }),
};
