// `_collections`: what collections has that is not Python.

import { orderedDictType } from '../builtins/orderedDict.ts';
import type { BuiltinModule } from '../imports.ts';
import { countElements, defaultDictType } from './defaultDict.ts';
import { dequeType } from './deque.ts';
import './dequeOperators.ts';

export const collections: BuiltinModule = {
  name: '_collections',
  build: () => ({
    OrderedDict: orderedDictType,
    _count_elements: countElements,
    defaultdict: defaultDictType,
    deque: dequeType,
  }),
};
