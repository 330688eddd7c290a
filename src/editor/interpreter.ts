// The interpreter that is selected for a file, as the Python extension knows it.
//
// https://github.com/microsoft/vscode-python/wiki/Python-Environment-APIs

import * as vscode from 'vscode';

/** What we use of the extension's interface. */
interface PythonExtension {
  readonly environments?: {
    getActiveEnvironmentPath(resource?: vscode.Uri): { readonly path: string };
    readonly onDidChangeActiveEnvironmentPath: vscode.Event<unknown>;
  };
}

/** The path of the interpreter, or of its environment's folder; null where nobody knows. */
export async function selectedInterpreter(
  resource: vscode.Uri | undefined,
): Promise<string | null> {
  const environments = await environmentsOf();
  return environments?.getActiveEnvironmentPath(resource).path ?? null;
}

/** Calls back when another interpreter is selected. */
export function onInterpreterSelected(listener: () => void): vscode.Disposable {
  const listening: vscode.Disposable[] = [];
  void environmentsOf().then((environments) => {
    if (environments) listening.push(environments.onDidChangeActiveEnvironmentPath(listener));
  });
  return { dispose: () => listening.forEach((each) => void each.dispose()) };
}

async function environmentsOf(): Promise<PythonExtension['environments'] | undefined> {
  const extension = vscode.extensions.getExtension<PythonExtension>('ms-python.python');
  try {
    return extension && (await extension.activate()).environments;
  } catch {
    return undefined; // it could not start; it says so itself
  }
}
