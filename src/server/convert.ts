// Plain answers of ide/ in the words of the Language Server Protocol, and URIs for paths.

import {
  DiagnosticSeverity,
  InlayHintKind,
  MarkupKind,
  SymbolKind,
  type CodeLens,
  type Diagnostic,
  type DocumentSymbol,
  type Hover,
  type InlayHint,
  type Position as LspPosition,
  type Range,
} from 'vscode-languageserver';
import type { Severity } from '../base/diagnostic.ts';
import type { LineIndex, Position, Span } from '../base/span.ts';
import type { Definition } from '../ide/outline.ts';
import type { CaseTable } from '../view/caseTable.ts';
import type { Lens } from '../view/lens.ts';
import type { Problem } from '../view/problem.ts';
import type { HoverText, VariableShape } from '../view/shape.ts';
import type { LensCommands } from './protocol.ts';

export function toHover({ start, end, markdown }: HoverText): Hover {
  return {
    contents: { kind: MarkupKind.Markdown, value: markdown },
    range: toRange(start, end),
  };
}

export function toDiagnostic(problem: Problem, uriOf: (path: string) => string): Diagnostic {
  const { severity, start, end, message, related } = problem;
  return {
    source: 'Torchpad',
    severity: severities[severity],
    range: toRange(start, end),
    message,
    relatedInformation: related.map((place) => ({
      location: { uri: uriOf(place.path), range: toRange(place.start, place.end) },
      message: place.message,
    })),
  };
}

/** What is not supported yet, and limits of ours, are never red. */
const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  unsupported: DiagnosticSeverity.Information,
  limit: DiagnosticSeverity.Information,
  note: DiagnosticSeverity.Hint,
};

export function toCodeLens({ line, title, action }: Lens, uri: string): CodeLens {
  const range = toRange({ line, column: 0 }, { line, column: 0 });
  if (!action) return { range, command: { title, command: '' } };
  if (action.kind === 'run') {
    const args: LensCommands['torchpad.runCases'] = [uri, action.cases];
    return { range, command: { title, command: 'torchpad.runCases', arguments: [...args] } };
  }
  const args: LensCommands['torchpad.selectCase'] = [uri, action.caseIndex];
  return { range, command: { title, command: 'torchpad.selectCase', arguments: [...args] } };
}

export function toInlayHint({ position, text, hover, stale }: VariableShape): InlayHint {
  return {
    position: toPosition(position),
    label: stale ? `(${text})` : text,
    kind: InlayHintKind.Type,
    paddingLeft: true,
    ...(hover !== null && { tooltip: { kind: MarkupKind.Markdown, value: hover } }),
  };
}

/** The definitions as a tree. */
export function toSymbols(definitions: readonly Definition[], lines: LineIndex): DocumentSymbol[] {
  const symbols = new Map<Definition, DocumentSymbol>();
  const roots: DocumentSymbol[] = [];
  for (const definition of definitions) {
    const { kind, name, span, nameSpan, parent } = definition;
    const method = parent?.kind === 'class' ? SymbolKind.Method : SymbolKind.Function;
    const symbol: DocumentSymbol = {
      name,
      kind: kind === 'class' ? SymbolKind.Class : method,
      range: spanRange(span, lines),
      selectionRange: spanRange(nameSpan, lines),
      children: [],
    };
    symbols.set(definition, symbol);
    const siblings = parent ? symbols.get(parent)?.children : undefined;
    (siblings ?? roots).push(symbol);
  }
  return roots;
}

/** The table with URIs where it had paths. */
export function withUris(table: CaseTable, uriOf: (path: string) => string): CaseTable {
  return {
    ...table,
    rows: table.rows.map((row) => ({ ...row, path: uriOf(row.path) })),
    skipped: table.skipped.map((test) => ({ ...test, path: uriOf(test.path) })),
  };
}

export function toRange(start: Position, end: Position): Range {
  return { start: toPosition(start), end: toPosition(end) };
}

function spanRange({ start, end }: Span, lines: LineIndex): Range {
  return toRange(lines.positionAt(start), lines.positionAt(end));
}

function toPosition({ line, column }: Position): LspPosition {
  return { line, character: column };
}
