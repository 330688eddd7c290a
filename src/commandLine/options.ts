// The options that all commands share, read by Node's own parser.

import { parseArgs } from 'node:util';
import * as l10n from '../base/l10n.ts';
import type { Terminal } from './terminal.ts';

/** The command line is not one that the command takes. */
export class UsageError extends Error {}

export type EngineChoice = 'auto' | 'native' | 'bundled';

export interface Options {
  readonly engine: EngineChoice;
  readonly json: boolean;
  readonly torchVersion: string | null;
  /** The interpreter, or the folder of the environment, whose packages are read; '' for none. */
  readonly python: string;
  readonly stepsMax: number;
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
  readonly positionals: readonly string[];
}

export interface Accepted {
  /** Switches of the command itself. */
  readonly flags?: readonly string[];
  /** Its options with a value. */
  readonly values?: readonly string[];
  /** What follows the first file belongs to the program. */
  readonly stopAtFile?: boolean;
}

const shared = {
  engine: { type: 'string' },
  json: { type: 'boolean' },
  torch: { type: 'string' },
  python: { type: 'string' },
  'max-steps': { type: 'string' },
} as const;

export function readOptions(
  args: readonly string[],
  { environment }: Pick<Terminal, 'environment'>,
  { flags = [], values = [], stopAtFile = false }: Accepted = {},
): Options {
  const options: Record<string, { type: 'string' | 'boolean' }> = { ...shared };
  for (const flag of flags) options[flag] = { type: 'boolean' };
  for (const value of values) options[value] = { type: 'string' };
  const cut = stopAtFile ? endOfOptions(args, options) : args.length;
  const parsed = parse(args.slice(0, cut), options);
  const given = parsed.values;
  const text = (name: string): string | null => {
    const value = given[name];
    return typeof value === 'string' ? value : null;
  };
  return {
    engine: engineOf(text('engine') ?? 'auto'),
    json: given['json'] === true,
    torchVersion: text('torch') ?? (environment['TORCHPAD_TORCH'] || null),
    python: text('python') ?? '',
    stepsMax: stepsOf(text('max-steps')),
    flags: new Set(flags.filter((flag) => given[flag] === true)),
    values: new Map(
      values.flatMap((name) => (text(name) === null ? [] : [[name, text(name) ?? '']])),
    ),
    positionals: [...parsed.positionals, ...args.slice(cut)],
  };
}

type Schema = Record<string, { type: 'string' | 'boolean' }>;

function parse(args: readonly string[], options: Schema): ReturnType<typeof parseArgs> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** How many arguments stand up to the first that is no option, with it. */
function endOfOptions(args: readonly string[], options: Schema): number {
  const { tokens } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const first = tokens.find(({ kind }) => kind === 'positional');
  return first ? first.index + 1 : args.length;
}

function engineOf(text: string): EngineChoice {
  if (text === 'auto' || text === 'native' || text === 'bundled') return text;
  throw new UsageError(l10n.t('--engine is auto, native or bundled.'));
}

function stepsOf(text: string | null): number {
  if (text === null) return Infinity;
  const steps = Number(text);
  if (Number.isInteger(steps) && steps > 0) return steps;
  throw new UsageError(l10n.t('--max-steps is a number above 0.'));
}

/** The one file that a command is about. */
export function oneFile({ positionals }: Options): string {
  const [file, another] = positionals;
  if (file === undefined) throw new UsageError(l10n.t('A file is missing.'));
  if (another !== undefined) throw new UsageError(l10n.t('One file at a time.'));
  return file;
}
