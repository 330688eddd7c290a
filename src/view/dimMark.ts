// Which dimensions of which inputs an exported model takes in any size, as people write it:
// `image:0=batch`, or `image:0`.

export interface DimMark {
  /** The input's name. */
  readonly input: string;
  readonly dim: number;
  /** Dimensions with the same label are of the same size. */
  readonly label: string;
}

/** Null where the text is none. */
export function dimMarkOf(text: string): DimMark | null {
  const found = /^(\w+):(\d+)(?:=([A-Za-z_]\w*))?$/.exec(text.trim());
  if (!found) return null;
  const [, input = '', dim = '', label] = found;
  return { input, dim: Number(dim), label: label ?? `${input}_${dim}` };
}
