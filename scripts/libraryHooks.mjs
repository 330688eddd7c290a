// Node's hooks for the Python libraries, where sources run without a build.

import fs from 'node:fs';
import { filesIn, libraries } from './library.mjs';

export function resolve(name, context, next) {
  return Object.hasOwn(libraries, name) ? { url: name, shortCircuit: true } : next(name, context);
}

export function load(url, context, next) {
  if (!Object.hasOwn(libraries, url)) return next(url, context);
  const sources = Object.fromEntries(
    filesIn(libraries[url]).map(({ file, path }) => [file, fs.readFileSync(path, 'utf8')]),
  );
  const source = `export const sources = ${JSON.stringify(sources)};`;
  return { format: 'module', source, shortCircuit: true };
}
