// A run of a document's program on numbers: one at a time for each document, with progress on the
// way and what there was so far when it is stopped.

import type { ClientRequests } from './protocol.ts';
import type { OpenDocument } from './openDocument.ts';
import type { Publisher } from './publisher.ts';
import type { Services } from './services.ts';

export interface RunSurroundings {
  readonly services: Services;
  readonly publisher: Publisher;
  /** Resolves once the present version of the document is traced. */
  settled(document: OpenDocument): Promise<void>;
  openFiles(): ReadonlyMap<string, string>;
  roots(document: OpenDocument): readonly string[];
}

export async function runDocument(
  document: OpenDocument,
  cases: readonly number[],
  surroundings: RunSurroundings,
): Promise<ClientRequests['torchpad/run']['result']> {
  const { services, publisher } = surroundings;
  document.running?.abort(); // a later run takes the place of an earlier one
  const abort = new AbortController();
  document.running = abort;
  await surroundings.settled(document);
  const { version, path, settings } = document;
  publisher.status('running');
  const tell = (progress: OpenDocument['progress']): void => {
    document.progress = progress;
    publisher.progress(document, progress);
  };
  tell({ done: 0, of: null, doing: null });
  try {
    const outcome = await services.run({
      path,
      parsed: document.parse(),
      roots: surroundings.roots(document),
      python: document.python,
      openFiles: surroundings.openFiles(),
      torchVersion: settings.torchVersion,
      engine: settings.engine,
      page: document.page,
      cases,
      onProgress: tell,
      signal: abort.signal,
    });
    const latest = document.running === abort;
    if (latest) {
      document.lastRun = { ...outcome, version };
      tell(null);
      publisher.status('nothing', outcome.report);
      publisher.cases(document);
    }
    return { version, report: outcome.report, table: publisher.caseTable(document) };
  } finally {
    if (document.running === abort) {
      document.running = null;
      if (document.progress) {
        tell(null);
        publisher.status('nothing');
      }
    }
  }
}
