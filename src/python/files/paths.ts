// Paths as text, with slashes: what `posixpath` and the files of a run know of them.

/** `a/b` and `c` make `a/b/c`; what begins with a slash begins anew. */
export function joinPaths(first: string, rest: readonly string[]): string {
  return rest.reduce((path, part) => {
    if (part.startsWith('/')) return part;
    return path === '' || path.endsWith('/') ? path + part : `${path}/${part}`;
  }, first);
}

/** Without `.`, empty parts and what `..` takes back. Two slashes in front are kept, as POSIX has it. */
export function normalisePath(path: string): string {
  const root = path.startsWith('//') && !path.startsWith('///') ? '//' : path[0] === '/' ? '/' : '';
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '..' || root === '') parts.push(part);
  }
  return root + parts.join('/') || '.';
}

/** What stands before and behind the last slash. */
export function splitPath(path: string): [head: string, tail: string] {
  const at = path.lastIndexOf('/') + 1;
  const head = path.slice(0, at);
  const bare = head.replace(/\/+$/, '');
  return [bare === '' ? head : bare, path.slice(at)];
}

/** `archive.tar.gz` is `archive.tar` and `.gz`; leading dots begin no extension. */
export function splitExtension(path: string): [root: string, extension: string] {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  if (dot <= 0 || /^\.+$/.test(name.slice(0, dot + 1))) return [path, ''];
  const cut = path.length - name.length + dot;
  return [path.slice(0, cut), path.slice(cut)];
}
