// The bytes of a source file as text: UTF-8, or what its first lines declare.
//
// https://docs.python.org/3.11/reference/lexical_analysis.html#encoding-declarations

export type DecodedSource = { readonly text: string } | { readonly refusal: string };

/** `where` is what CPython puts into the message behind "starting with …". */
export function decodeSource(bytes: Uint8Array, where: string): DecodedSource {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const body = marked ? bytes.subarray(3) : bytes;
  const declared = declaration(body);
  const name = declared === null ? 'utf-8' : canonical(declared);
  if (marked && name !== 'utf-8') return { refusal: `encoding problem: ${name} with BOM` };
  if (/^utf-?8$/.test(name)) return utf8(body, where);
  const text = decoded(body, name);
  return text === null ? { refusal: `encoding problem: ${declared}` } : { text };
}

const cookie = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;
const nothing = /^[ \t\f]*(?:#.*)?$/;

/** What the first line says, or the second where the first is a comment or empty. */
function declaration(bytes: Uint8Array): string | null {
  let head = '';
  for (let at = 0, lines = 0; at < bytes.length && lines < 2; at++) {
    const byte = bytes[at] as number;
    if (byte === 10 || (byte === 13 && bytes[at + 1] !== 10)) lines++;
    head += String.fromCharCode(byte);
  }
  const [first = '', second = ''] = head.split(/\r\n?|\n/);
  const found = cookie.exec(first) ?? (nothing.test(first) ? cookie.exec(second) : null);
  return found?.[1] ?? null;
}

function canonical(declared: string): string {
  const name = declared.toLowerCase().replaceAll('_', '-');
  if (/^utf-8(?:-|$)/.test(name)) return 'utf-8';
  return /^(?:latin-1|iso-8859-1|iso-latin-1|latin1)(?:-|$)/.test(name) ? 'iso-8859-1' : name;
}

function utf8(bytes: Uint8Array, where: string): DecodedSource {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    const at = firstInvalid(bytes);
    const code = (bytes[at] ?? 0).toString(16).padStart(2, '0');
    let line = 1;
    for (let i = 0; i < at; i++) if (bytes[i] === 10) line++;
    const refusal =
      `Non-UTF-8 code starting with '\\x${code}'${where} on line ${line}, but no encoding ` +
      'declared; see https://peps.python.org/pep-0263/ for details';
    return { refusal };
  }
}

/** Where UTF-8 ends: the longest beginning that can be decoded, found by halving. */
function firstInvalid(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    // A character that is cut off may go on.
    const decoder = new TextDecoder('utf-8', { fatal: true });
    try {
      decoder.decode(bytes.subarray(0, middle), { stream: true });
      low = middle;
    } catch {
      high = middle - 1;
    }
  }
  // The last bytes may have begun a character that the next one does not continue.
  let at = low;
  while (at > 0 && at > low - 3 && ((bytes[at - 1] as number) & 0xc0) === 0x80) at--;
  const lead = bytes[at - 1] ?? 0;
  const wanted = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
  return lead >= 0xc0 && low - (at - 1) < wanted ? at - 1 : low;
}

/** Names that Python has for encodings that go by others on the web. */
const webNames: Readonly<Record<string, string>> = {
  'koi8-r': 'koi8-r',
  'euc-jp': 'euc-jp',
  ujis: 'euc-jp',
  'shift-jis': 'shift_jis',
  sjis: 'shift_jis',
  'euc-kr': 'euc-kr',
  latin9: 'iso-8859-15',
  'latin-9': 'iso-8859-15',
  latin2: 'iso-8859-2',
  mbcs: 'windows-1252',
};

/** Null where we have no such encoding, or the text is not in it. */
function decoded(bytes: Uint8Array, name: string): string | null {
  if (name === 'iso-8859-1') return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  if (/^(?:us-)?ascii$/.test(name)) {
    return bytes.every((byte) => byte < 0x80) ? new TextDecoder().decode(bytes) : null;
  }
  const page = /^(?:cp|windows-?)(125[0-8]|874|866)$/.exec(name)?.[1];
  const iso = /^iso-?8859-(\d+)$/.exec(name)?.[1];
  const label =
    page === '866' ? 'ibm866' : page ? `windows-${page}` : iso ? `iso-8859-${iso}` : name;
  try {
    return new TextDecoder(webNames[name] ?? label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
