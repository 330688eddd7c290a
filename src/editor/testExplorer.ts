// The cases in the Test Explorer: a file, below it its test functions, below those their cases.
// Results come from whichever run there was, whether the Test Explorer asked for it or a lens.

import * as vscode from 'vscode';
import * as l10n from '../base/l10n.ts';
import type { CaseRow, CaseTable, SkippedTestRow } from '../view/caseTable.ts';
import type { Cases } from './cases.ts';
import { openDocument } from './documents.ts';
import type { Log } from './log.ts';
import { rangeOf } from './places.ts';

export class TestExplorer implements vscode.Disposable {
  readonly #cases: Cases;
  readonly #log: Log;
  readonly #controller = vscode.tests.createTestController('torchpad', 'Torchpad');
  readonly #runs = new Map<string, vscode.TestRun>();
  /** What the tree of each document was made from. */
  readonly #shown = new Map<string, string>();
  readonly #listeners: vscode.Disposable[];

  constructor(cases: Cases, log: Log) {
    this.#cases = cases;
    this.#log = log;
    const profile = this.#controller.createRunProfile(
      l10n.t('Run Cases'),
      vscode.TestRunProfileKind.Run,
      (request, token) => this.#runRequested(request, token),
      true,
    );
    this.#listeners = [
      this.#controller,
      profile,
      cases.onDidChange((uri) => this.#show(uri)),
      cases.onWillRun((uri) => this.#begin(uri)),
      cases.onDidRun(({ uri, table }) => this.#end(uri, table)),
    ];
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
  }

  /** The tree of a document; items that stay keep their results. */
  #show(uri: string): void {
    const table = this.#cases.of(uri)?.table;
    if (!table || table.rows.length + table.skipped.length === 0) {
      // While a program is half-written it has no cases, which is no reason to lose the results.
      if (openDocument(uri) && table?.error !== null) return;
      this.#controller.items.delete(uri);
      this.#shown.delete(uri);
      return;
    }
    const file = this.#fileItem(uri);
    const key = treeKey(table);
    if (this.#shown.get(uri) === key) return;
    this.#shown.set(uri, key);
    const callers = [...new Set(table.rows.map(({ caller }) => caller))];
    const groups = callers.map((caller) => {
      const rows = table.rows.filter((row) => row.caller === caller);
      const items = rows.map((row) => this.#caseItem(uri, row));
      if (caller === '') return items;
      const group = this.#item(`${uri}#${caller}`, caller, uri);
      group.children.replace(items);
      return [group];
    });
    const skipped = table.skipped.map((test) => this.#skippedItem(uri, test));
    file.children.replace([...groups.flat(), ...skipped]);
  }

  #fileItem(uri: string): vscode.TestItem {
    const known = this.#controller.items.get(uri);
    if (known) return known;
    const path = vscode.Uri.parse(uri);
    const item = this.#controller.createTestItem(uri, vscode.workspace.asRelativePath(path), path);
    this.#controller.items.add(item);
    return item;
  }

  #caseItem(uri: string, row: CaseRow): vscode.TestItem {
    const item = this.#item(caseId(uri, row), row.constructed, row.path);
    item.range = rangeOf(row);
    item.description = [row.output, ...(row.count > 1 ? [`×${row.count}`] : [])].join(' ');
    // In the order of the program, not of the alphabet.
    item.sortText = String(row.index).padStart(4, '0');
    return item;
  }

  #skippedItem(uri: string, test: SkippedTestRow): vscode.TestItem {
    const item = this.#item(`${uri}#${test.name}`, test.name, test.path);
    item.range = rangeOf(test);
    item.description = test.reason;
    return item;
  }

  #item(id: string, label: string, path: string): vscode.TestItem {
    return this.#controller.createTestItem(id, label, vscode.Uri.parse(path));
  }

  /** Runs the programs of the files that hold what was asked for: a case can't run without them. */
  async #runRequested(
    { include, exclude }: vscode.TestRunRequest,
    token: vscode.CancellationToken,
  ): Promise<void> {
    const wanted = include ?? all(this.#controller.items);
    const uris = new Set(wanted.filter((item) => !exclude?.includes(item)).map(fileOf));
    for (const uri of uris) {
      if (token.isCancellationRequested) return;
      const stop = token.onCancellationRequested(() => void this.#cases.stop(uri));
      try {
        await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
        await this.#cases.run(uri, []);
      } catch (error) {
        this.#log.error(`The run of ${uri} ended: ${String(error)}`);
      } finally {
        stop.dispose();
      }
    }
  }

  #begin(uri: string): void {
    const file = this.#controller.items.get(uri);
    const request = new vscode.TestRunRequest(file ? [file] : undefined);
    const run = this.#controller.createTestRun(request, l10n.t('Run Cases'), false);
    run.token.onCancellationRequested(() => void this.#cases.stop(uri));
    for (const row of this.#cases.of(uri)?.table.rows ?? []) {
      const item = this.#find(uri, row);
      if (item) run.started(item);
    }
    this.#runs.set(uri, run);
  }

  #end(uri: string, table: CaseTable | null): void {
    const run = this.#runs.get(uri);
    if (!run) return;
    this.#runs.delete(uri);
    if (table) {
      this.#show(uri);
      for (const row of table.rows) {
        const item = this.#find(uri, row);
        if (item) report(run, item, row);
      }
      for (const { text } of table.printed) run.appendOutput(text.replace(/\r?\n/g, '\r\n'));
      if (table.error !== null) run.appendOutput(`${table.error.replace(/\r?\n/g, '\r\n')}\r\n`);
    }
    run.end();
  }

  #find(uri: string, row: CaseRow): vscode.TestItem | undefined {
    const file = this.#controller.items.get(uri);
    const parent = row.caller === '' ? file : file?.children.get(`${uri}#${row.caller}`);
    return parent?.children.get(caseId(uri, row));
  }
}

function report(run: vscode.TestRun, item: vscode.TestItem, { result }: CaseRow): void {
  if (result?.verdict === 'passed') {
    run.passed(item, result.milliseconds);
  } else if (result?.verdict === 'failed') {
    const message = new vscode.TestMessage(result.message ?? l10n.t('The case failed.'));
    if (result.expected !== null) message.expectedOutput = result.expected;
    if (item.uri && item.range) message.location = new vscode.Location(item.uri, item.range);
    run.failed(item, message, result.milliseconds);
  } else {
    run.skipped(item);
  }
}

/** What the tree shows of a table: while that stays, a keystroke leaves the tree alone. */
function treeKey({ rows, skipped }: CaseTable): string {
  const cases = rows.map(({ selected: _, result: __, ...shown }) => shown);
  return JSON.stringify([cases, skipped]);
}

/** The same case keeps its identity while lines move and other cases come and go. */
function caseId(uri: string, row: CaseRow): string {
  return [uri, row.caller, row.index, row.constructed].join('#');
}

function fileOf(item: vscode.TestItem): string {
  return item.parent ? fileOf(item.parent) : item.id;
}

function all(items: vscode.TestItemCollection): vscode.TestItem[] {
  const found: vscode.TestItem[] = [];
  items.forEach((item) => found.push(item));
  return found;
}
