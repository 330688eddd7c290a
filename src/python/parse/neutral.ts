// What stands in for a broken line whose last good text is not known: as little as keeps the lines
// around it in place. What the line would have computed is `unknownName`, a builtin whose value is
// unknown, so that branches on it take both sides and nothing false follows from it.

/** Must be defined among the builtins of whoever runs a recovered tree. */
export const unknownName = '__unknown__';

/** Whether the statement opens a block. */
export function startsHeader(source: string): boolean {
  return /^(?:async\s+(?:def|for|with)|def|class|if|elif|else|for|while|with|try|except|finally|case)\b/.test(
    source,
  );
}

/** A header that parses, of the same kind, with what can be kept of it. */
export function neutralHeader(source: string, accepts: (header: string) => boolean): string {
  const [, async = '', keyword = ''] = /^(async\s+)?(\w+)/.exec(source) ?? [];
  const name = /^(?:async\s+)?\w+\s+([^\W\d]\w*)/u.exec(source)?.[1] ?? '_';
  switch (keyword) {
    case 'def': {
      const closed = `${withoutComment(source)}${closers(source)}:`;
      if (accepts(closed)) return closed;
      const named = `${async}def ${name}(*_, **__):`;
      return accepts(named) ? named : `${async}def _(*_, **__):`;
    }
    case 'class':
      return accepts(`class ${name}:`) ? `class ${name}:` : 'class _:';
    case 'for': {
      const target = /^(?:async\s+)?for\s+(.*?)\s+in\b/s.exec(source)?.[1] ?? '_';
      const header = `${async}for ${target} in ${unknownName}:`;
      return accepts(header) ? header : `${async}for _ in ${unknownName}:`;
    }
    case 'if':
    case 'elif':
    case 'while':
      return `${keyword} ${unknownName}:`;
    case 'except':
      return 'except Exception:';
    case 'case':
      return `case 0 if ${unknownName}:`;
    case 'with':
      return 'if 1:';
    default:
      return `${keyword}:`;
  }
}

/** A statement that gives the same names an unknown value. */
export function neutralStatement(source: string): string {
  const assignment = assigned.exec(source);
  if (assignment) return `${assignment[1] ?? '_'} = ${unknownName}`;
  if (/^return\b/.test(source)) return `return ${unknownName}`;
  return 'pass';
}

const path = String.raw`[^\W\d]\w*(?:\.[^\W\d]\w*)*`;

/** Plain names and attributes; what stands in brackets is as broken as the rest. */
const assigned = new RegExp(
  String.raw`^(${path}(?:\s*,\s*${path})*)\s*(?::[^=]*)?(?:[-+*/%&|^@]|\*\*|//|<<|>>)?=(?!=)`,
  'u',
);

function withoutComment(source: string): string {
  return source.replace(/\s*#[^'"]*$/, '').replace(/[\s:,]+$/, '');
}

/** What closes the brackets that are open at the end; strings are not looked into. */
function closers(source: string): string {
  const open: string[] = [];
  for (const sign of source) {
    if (sign === '(') open.push(')');
    else if (sign === '[') open.push(']');
    else if (sign === '{') open.push('}');
    else if (sign === open.at(-1)) open.pop();
  }
  return open.reverse().join('');
}
