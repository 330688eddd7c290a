// What scripts/library.mjs makes of the Python files in lib/.

declare module 'torchpad:library' {
  /** The texts of modules by their files: `enum.py`, `collections/__init__.py`. */
  export const sources: Readonly<Record<string, string>>;
}
