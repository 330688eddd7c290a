// Exports a case of a document's program as an ONNX model, to the file that the person named.

import type { ExportNote } from '../run/export.ts';
import type { ExportRemark, ExportReport } from '../view/exportReport.ts';
import type { ExportParams } from './protocol.ts';
import type { OpenDocument } from './openDocument.ts';
import type { RunSurroundings } from './runDocument.ts';

export async function exportDocument(
  document: OpenDocument,
  { caseIndex, file, marks }: ExportParams,
  surroundings: Omit<RunSurroundings, 'publisher'>,
  signal: AbortSignal,
): Promise<ExportReport> {
  await surroundings.settled(document);
  const { path, settings, python } = document;
  const parsed = document.parse();
  const { made, written } = await surroundings.services.export({
    path,
    parsed,
    roots: surroundings.roots(document),
    python,
    openFiles: surroundings.openFiles(),
    torchVersion: settings.torchVersion,
    engine: settings.engine,
    signal,
    call: { target: caseIndex, marks },
    file,
  });
  const positionOf = (origin: ExportNote['origin']): ExportRemark['position'] =>
    origin?.path === path ? parsed.lineIndex.positionAt(origin.span.start) : null;
  const told = made.refusal ? [made.refusal] : made.notes;
  const raised = written === null && told.length === 0 ? made.trace.diagnostics : [];
  return {
    written,
    remarks: [
      ...told.map(({ message, origin }) => ({ message, position: positionOf(origin) })),
      ...raised.slice(0, 1).map(({ type, message, path: place, span }) => ({
        message: `${type}: ${message}`,
        position: positionOf({ path: place, span, scope: '' }),
      })),
    ],
  };
}
