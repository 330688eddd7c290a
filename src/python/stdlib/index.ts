// The standard library: modules of ours by name, built when a run first imports them. Those that are
// written in Python are the files of lib/.

import { sources } from 'torchpad:library';
import { sourceModule, type BuiltinModule, type SourceModule } from '../imports.ts';
import { copyregParts } from '../builtins/object.ts';
import { atexit } from './atexit.ts';
import { array } from './array.ts';
import { binascii } from './binascii.ts';
import { collections } from './collections.ts';
import { codecs } from './codecs.ts';
import { functools } from './functools.ts';
import { importParts } from './importParts.ts';
import { hashes } from './hashes.ts';
import { io } from './io.ts';
import { itertools } from './itertools/index.ts';
import { json } from './json/index.ts';
import { ast } from './ast.ts';
import { cmath } from './cmath.ts';
import { math } from './math.ts';
import { nativeOperator, operator } from './operator.ts';
import { abstractParts } from './abstractParts.ts';
import { random } from './random.ts';
import { sre } from './regex/index.ts';
import { sources as sourceTexts } from './sources.ts';
import { struct } from './struct.ts';
import { stringParts } from './stringParts.ts';
import { errno, posix } from './posix.ts';
import { posixpath } from './posixpath.ts';
import { sys } from './sys.ts';
import { datetimeParts, time } from './time.ts';
import { turns } from './turns.ts';
import { weakParts } from './weakParts.ts';
import { unicodedata } from './unicodedata.ts';

const natives: readonly BuiltinModule[] = [
  collections,
  copyregParts,
  weakParts,
  atexit,
  array,
  binascii,
  codecs,
  itertools,
  json,
  functools,
  importParts,
  ast,
  cmath,
  math,
  nativeOperator,
  operator,
  abstractParts,
  random,
  posix,
  posixpath,
  errno,
  hashes,
  io,
  datetimeParts,
  sourceTexts,
  sre,
  struct,
  stringParts,
  sys,
  time,
  turns,
  unicodedata,
];

export const stdlib: ReadonlyMap<string, BuiltinModule | SourceModule> = new Map<
  string,
  BuiltinModule | SourceModule
>([
  ...natives.map((module) => [module.name, module] as const),
  ...Object.entries(sources).map(([file, source]) => {
    const module = sourceModule(file, source);
    return [module.name, module] as const;
  }),
]);
