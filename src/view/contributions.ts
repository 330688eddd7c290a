// The commands, settings and colors that package.json contributes, declared once in types. A test
// compares both directions, so that neither can name what the other lacks.

/** Every command of the palette, by the name that the editor's code uses. */
export const commands = {
  runCases: 'torchpad.runCases',
  stopRun: 'torchpad.stopRun',
  openPanel: 'torchpad.openPanel',
  selectEngine: 'torchpad.selectEngine',
  toggleShapeHints: 'torchpad.toggleShapeHints',
  nextCase: 'torchpad.nextCase',
  previousCase: 'torchpad.previousCase',
  selectCase: 'torchpad.selectCase',
  exportOnnx: 'torchpad.exportOnnx',
  reportProblem: 'torchpad.reportProblem',
} as const;

export type CommandId = (typeof commands)[keyof typeof commands];

/** The values of the settings, by their names without `torchpad.`. */
export interface Settings {
  /** Which engine computes numbers. */
  readonly engine: 'auto' | 'native' | 'bundled';
  readonly 'hints.enabled': boolean;
  /** `lineEnd`: decorations of the editor; `variable`: inlay hints. */
  readonly 'hints.position': 'lineEnd' | 'variable';
  /** What `torch.__version__` says; empty: the environment's, else the newest known. */
  readonly torchVersion: string;
  /** CPU time of one trace after an edit. */
  readonly 'trace.liveBudgetMs': number;
}

export type SettingName = keyof Settings;

/** What holds where the person set nothing; also what other editors than VS Code start from. */
export const defaultSettings: Settings = {
  engine: 'auto',
  'hints.enabled': true,
  'hints.position': 'lineEnd',
  torchVersion: '',
  'trace.liveBudgetMs': 300,
};

/** Colors of decorations, which themes may override. */
export const colors = {
  shapeHint: 'torchpad.shapeHint',
  staleShapeHint: 'torchpad.staleShapeHint',
} as const;
