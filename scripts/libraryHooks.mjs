// Node's hooks for `torchpad:library`, where sources run without a build.

import fs from 'node:fs';
import { libraryFiles, specifier } from './library.mjs';

export function resolve(name, context, next) {
  return name === specifier ? { url: specifier, shortCircuit: true } : next(name, context);
}

export function load(url, context, next) {
  if (url !== specifier) return next(url, context);
  const sources = Object.fromEntries(
    libraryFiles().map(({ file, path }) => [file, fs.readFileSync(path, 'utf8')]),
  );
  const source = `export const sources = ${JSON.stringify(sources)};`;
  return { format: 'module', source, shortCircuit: true };
}
