// Which Python environment a document's packages are read from, and where else modules are, as the
// editor's Python settings say. Nothing of it is started.

/** What holds where the person chose nothing: the environment that is active or beside the files. */
export const noChoice: PythonChoice = { python: '', extraPaths: [] };

export interface PythonChoice {
  /** An interpreter or the folder of an environment; '' for none. */
  readonly python: string;
  /** Folders that modules are imported from besides the program's own. */
  readonly extraPaths: readonly string[];
}

/** The settings that are asked for, in this order. */
export const pythonSections = [
  'python.defaultInterpreterPath',
  'python.analysis.extraPaths',
] as const;

/** @param folder what `${workspaceFolder}` stands for. */
export function readPythonChoice(
  [interpreter, extraPaths]: readonly unknown[],
  folder: string,
): PythonChoice {
  const place = (text: string): string =>
    text.replaceAll(/\$\{workspaceFolder(?::[^}]*)?\}/g, folder).replace(/^\.(?=\/)/, folder);
  const python = typeof interpreter === 'string' ? place(interpreter) : '';
  return {
    // A bare `python` is what the setting says where nobody touched it.
    python: /[\\/]/.test(python) ? python : '',
    extraPaths: Array.isArray(extraPaths)
      ? extraPaths.filter((each) => typeof each === 'string').map(place)
      : [],
  };
}

export function sameChoice(a: PythonChoice, b: PythonChoice): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
