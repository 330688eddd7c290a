// UTF-8, UTF-16 and UTF-32, byte by byte where something is wrong with them.

/** A problem at a place of what is decoded: how many bytes are wrong, and why. */
export type Refuse = (start: number, end: number, reason: string) => readonly [string, number];

/** Encodes one character; false where it is a surrogate. */
export type WriteCode = (code: number, bytes: number[]) => boolean;

export const writeUtf8: WriteCode = (code, bytes) => {
  if (code < 0x80) bytes.push(code);
  else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
  else if (code < 0x10000) {
    if (code >= 0xd800 && code <= 0xdfff) return false;
    bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  } else {
    bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63));
    bytes.push(0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  }
  return true;
};

export function writeUtf16(big: boolean): WriteCode {
  const unit = (code: number, bytes: number[]): void => {
    if (big) bytes.push(code >> 8, code & 0xff);
    else bytes.push(code & 0xff, code >> 8);
  };
  return (code, bytes) => {
    if (code >= 0xd800 && code <= 0xdfff) return false;
    if (code < 0x10000) unit(code, bytes);
    else {
      unit(0xd800 + ((code - 0x10000) >> 10), bytes);
      unit(0xdc00 + ((code - 0x10000) & 0x3ff), bytes);
    }
    return true;
  };
}

export function writeUtf32(big: boolean): WriteCode {
  return (code, bytes) => {
    if (code >= 0xd800 && code <= 0xdfff) return false;
    const unit = [code & 0xff, (code >> 8) & 0xff, code >> 16, 0];
    bytes.push(...(big ? unit.reverse() : unit));
    return true;
  };
}

export function readUtf8(data: Uint8Array, from: number, refuse: Refuse): string {
  let at = from;
  let text = '';
  while (at < data.length) {
    const byte = data[at] as number;
    if (byte < 0x80) {
      text += String.fromCharCode(byte);
      at++;
      continue;
    }
    const { size, reason, code } = sequence(data, at);
    if (reason === null) {
      text += String.fromCodePoint(code);
      at += size;
    } else {
      const [instead, next] = refuse(at, at + size, reason);
      text += instead;
      at = next;
    }
  }
  return text;
}

/** A sequence of several bytes: its code, or how many bytes are wrong and why. */
function sequence(
  data: Uint8Array,
  at: number,
): { size: number; reason: string | null; code: number } {
  const lead = data[at] as number;
  const size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4) return { size: 1, reason: 'invalid start byte', code: 0 };
  let code = lead & (0x7f >> size);
  for (let i = 1; i < size; i++) {
    const byte = data[at + i];
    if (byte === undefined) return { size: i, reason: 'unexpected end of data', code: 0 };
    const low = i === 1 ? lowestSecond(lead) : 0x80;
    const high = i === 1 ? highestSecond(lead) : 0xbf;
    if (byte < low || byte > high) return { size: i, reason: 'invalid continuation byte', code: 0 };
    code = (code << 6) | (byte & 63);
  }
  return { size, reason: null, code };
}

function lowestSecond(lead: number): number {
  return lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
}

function highestSecond(lead: number): number {
  return lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
}

export function readUtf16(data: Uint8Array, from: number, big: boolean, refuse: Refuse): string {
  let text = '';
  let at = from;
  const unitAt = (i: number): number =>
    big
      ? ((data[i] as number) << 8) | (data[i + 1] as number)
      : (data[i] as number) | ((data[i + 1] as number) << 8);
  const wrong = (end: number, reason: string): void => {
    const [instead, next] = refuse(at, end, reason);
    text += instead;
    at = next;
  };
  while (at < data.length) {
    if (at + 1 >= data.length) {
      wrong(data.length, 'truncated data');
      continue;
    }
    const unit = unitAt(at);
    if (unit < 0xd800 || unit > 0xdfff) {
      text += String.fromCharCode(unit);
      at += 2;
    } else if (unit >= 0xdc00) {
      wrong(at + 2, 'illegal encoding');
    } else if (at + 3 >= data.length) {
      wrong(data.length, 'unexpected end of data');
    } else {
      const low = unitAt(at + 2);
      if (low < 0xdc00 || low > 0xdfff) {
        wrong(at + 2, 'illegal UTF-16 surrogate');
      } else {
        text += String.fromCharCode(unit, low);
        at += 4;
      }
    }
  }
  return text;
}

export function readUtf32(data: Uint8Array, from: number, big: boolean, refuse: Refuse): string {
  let text = '';
  let at = from;
  while (at < data.length) {
    let reason = 'truncated data';
    if (at + 4 <= data.length) {
      const bytes = [0, 1, 2, 3].map((i) => data[big ? at + i : at + 3 - i] as number);
      const code = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
      if (code >= 0xd800 && code <= 0xdfff) {
        reason = 'code point in surrogate code point range(0xd800, 0xe000)';
      } else if (code > 0x10ffff) {
        reason = 'code point not in range(0x110000)';
      } else {
        text += String.fromCodePoint(code);
        at += 4;
        continue;
      }
    }
    const [instead, next] = refuse(at, Math.min(at + 4, data.length), reason);
    text += instead;
    at = next;
  }
  return text;
}
