// Modules that are written in Python, as modules of JavaScript: `torchpad:library` has those of the
// standard library, `torchpad:torch-library` those of torch, `torchpad:packages` other packages, each as `sources`, texts by file name. A
// file that is put into one of these folders is a module; nothing else has to name it.

import fs from 'node:fs';
import path from 'node:path';
import { root } from './root.mjs';

export const libraries = {
  'torchpad:library': path.join(root, 'src/python/stdlib/lib'),
  'torchpad:torch-library': path.join(root, 'src/torch/lib'),
  'torchpad:packages': path.join(root, 'src/packages/lib'),
};

/** The Python files in a folder: `collections` is in `collections/__init__.py`. */
export function filesIn(folder) {
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
    build.onResolve({ filter: /^torchpad:/ }, ({ path: name }) => ({
      path: name,
      namespace: 'library',
    }));
    build.onLoad({ filter: /.*/, namespace: 'library' }, ({ path: name }) => {
      const folder = libraries[name];
      const files = filesIn(folder);
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
