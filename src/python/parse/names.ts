// Characters by their Unicode names, for `\N{…}`.
//
// https://docs.python.org/3.13/reference/lexical_analysis.html#escape-sequences

/** The character of that name, or undefined where this table has none. */
export function characterNamed(name: string): string | undefined {
  const upper = name.toUpperCase();
  const ideograph = /^CJK UNIFIED IDEOGRAPH-([\dA-F]{4,5})$/.exec(upper);
  if (ideograph) return String.fromCodePoint(parseInt(ideograph[1] ?? '', 16));
  return undefined;
}
