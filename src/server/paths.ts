// Documents are URIs, programs know files by paths. Plain text work: nothing here asks a disk.

/** The path by which a program knows a document. */
export function pathOf(uri: string): string {
  const [, scheme = '', authority = '', path = ''] = parts.exec(uri) ?? [];
  const decoded = decode(path);
  if (scheme !== 'file') return decoded;
  if (authority !== '') return `//${authority}${decoded}`;
  return /^\/[a-zA-Z]:/.test(decoded) ? decoded.slice(1) : decoded;
}

/** The URI of a file, as editors write it. */
export function uriOf(path: string): string {
  const slashed = path.replaceAll('\\', '/');
  const absolute = slashed.startsWith('/') ? slashed : `/${slashed}`;
  const encoded = absolute.split('/').map(encodeSegment).join('/');
  return `file://${encoded}`;
}

const parts = /^([a-zA-Z][\w+.-]*):(?:\/\/([^/?#]*))?([^?#]*)/;

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // a stray percent sign
  }
}

function encodeSegment(segment: string): string {
  return encodeURIComponent(segment).replace(/[!'()*]/g, (sign) => {
    return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
  });
}
