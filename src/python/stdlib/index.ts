// The standard library: modules of ours by name, built when a run first imports them.

import type { BuiltinModule, SourceModule } from '../imports.ts';
import { orderedDictType } from '../builtins/orderedDict.ts';
import { math } from './math.ts';
import { random } from './random.ts';
import { sre } from './regex/index.ts';
import { os, osPath, sys, time } from './sys.ts';
import { abc } from './sources/abc.ts';
import { collections } from './sources/collections.ts';
import { contextlib } from './sources/contextlib.ts';
import { dataclasses } from './sources/dataclasses.ts';
import { enumeration } from './sources/enum.ts';
import { functools } from './sources/functools.ts';
import { importlib, inspect } from './sources/inspect.ts';
import { itertools } from './sources/itertools.ts';
import { re } from './sources/re.ts';
import {
  collectionsAbc,
  copy,
  numbers,
  operator,
  string,
  types,
  warnings,
} from './sources/small.ts';
import { typing } from './sources/typing.ts';

/** What `collections` is made of that is not Python. */
const nativeCollections: BuiltinModule = {
  name: '_collections',
  build: () => ({ OrderedDict: orderedDictType }),
};

const natives: readonly BuiltinModule[] = [
  nativeCollections,
  math,
  random,
  os,
  osPath,
  sre,
  sys,
  time,
];

const sources: Readonly<Record<string, string>> = {
  __future__: `annotations = division = print_function = absolute_import = None`,
  abc,
  collections,
  'collections.abc': collectionsAbc,
  contextlib,
  copy,
  dataclasses,
  enum: enumeration,
  functools,
  importlib,
  inspect,
  itertools,
  numbers,
  operator,
  re,
  string,
  types,
  typing,
  typing_extensions: 'from typing import *\nfrom typing import _Alias, _Form, _union\n',
  warnings,
};

export const stdlib: ReadonlyMap<string, BuiltinModule | SourceModule> = new Map<
  string,
  BuiltinModule | SourceModule
>([
  ...natives.map((module) => [module.name, module] as const),
  ...Object.entries(sources).map(([name, source]) => [name, { name, source }] as const),
]);
