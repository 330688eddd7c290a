// `_functional`: what functools has that is not Python.

import type { BuiltinModule } from '../imports.ts';
import { cachedType, makeCached } from './lruCache.ts';
import { cmpToKey, partialType, reduceFunction } from './partial.ts';

export const functools: BuiltinModule = {
  name: '_functional',
  build: () => ({
    partial: partialType,
    reduce: reduceFunction,
    cmp_to_key: cmpToKey,
    _lru_cache_wrapper: cachedType,
    cached: makeCached,
  }),
};
