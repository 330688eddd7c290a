// Packages that programs with torch use, as modules of ours: Python text in lib/, over torch's
// operators, and what of them is not written in Python. They are found after the program's own files.

import { sources } from 'torchpad:packages';
import { sourceModule, type BuiltinModule } from '../python/imports.ts';
import { numpyParts } from './numpyParts.ts';

export interface OwnPackage {
  readonly path: string;
  readonly source: string;
  readonly packagePath: readonly string[] | null;
}

const modules = new Map(
  Object.entries(sources).map(([file, source]) => {
    const module = sourceModule(file, source);
    return [module.name, module];
  }),
);

/** A package of ours, or a module inside of one that was found here. */
export function ownPackage(name: string, searchPath: readonly string[]): OwnPackage | null {
  const module = modules.get(name);
  if (!module) return null;
  const dot = name.lastIndexOf('.');
  if (dot > 0 && !searchPath.includes(placeOf(name.slice(0, dot)))) return null;
  const path = placeOf(name);
  return { path, source: module.source, packagePath: module.isPackage ? [path] : null };
}

function placeOf(name: string): string {
  return `<${name}>`;
}

/** Modules below those packages that are not written in Python. */
export const packageParts: ReadonlyMap<string, BuiltinModule> = new Map([
  [numpyParts.name, numpyParts],
]);
