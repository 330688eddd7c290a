// What scripts/library.mjs makes of the modules that are written in Python.

declare module 'torchpad:library' {
  /** The texts of modules by their files: `enum.py`, `collections/__init__.py`. */
  export const sources: Readonly<Record<string, string>>;
}

declare module 'torchpad:torch-library' {
  /** The same, from `torch` on: `nn/modules/rnn.py`. */
  export const sources: Readonly<Record<string, string>>;
}

declare module 'torchpad:packages' {
  /** The same for packages that programs with torch use: `einops/__init__.py`. */
  export const sources: Readonly<Record<string, string>>;
}
