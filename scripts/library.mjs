// The modules of the standard library that are written in Python, as one module of JavaScript:
// `import { sources } from 'torchpad:library'` gives their texts by name. A file that is put into
// src/python/stdlib/lib is a module; nothing else has to name it.

import fs from 'node:fs';
import path from 'node:path';
import { root } from './root.mjs';

export const specifier = 'torchpad:library';
export const folder = path.join(root, 'src/python/stdlib/lib');

/** Names of modules and the paths of their files: `collections` is in `collections/__init__.py`. */
export function libraryFiles() {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.py'))
    .map((file) => file.split(path.sep).join('/'))
    .sort()
    .map((file) => ({ file, path: path.join(folder, file) }));
}

/** For esbuild: the texts become part of the bundle, and inputs that its metafile names. */
export const libraryPlugin = {
  name: 'library',
  setup(build) {
    build.onResolve({ filter: new RegExp(`^${specifier}$`) }, () => ({
      path: specifier,
      namespace: 'library',
    }));
    build.onLoad({ filter: /.*/, namespace: 'library' }, () => {
      const files = libraryFiles();
      const imports = files.map(
        ({ path: file }, i) => `import s${i} from ${JSON.stringify(file)};`,
      );
      const entries = files.map(({ file }, i) => `  ${JSON.stringify(file)}: s${i},`);
      return {
        contents: [...imports, 'export const sources = {', ...entries, '};'].join('\n'),
        resolveDir: folder,
        watchDirs: [folder],
      };
    });
    build.onLoad({ filter: /\.py$/ }, ({ path: file }) => ({
      contents: fs.readFileSync(file, 'utf8'),
      loader: 'text',
      watchFiles: [file],
    }));
  },
};
