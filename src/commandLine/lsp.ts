// `torchpad lsp --stdio`: the language server.

import * as l10n from '../base/l10n.ts';
import { UsageError } from './options.ts';
import type { Terminal } from './terminal.ts';

export async function lsp(args: readonly string[], _terminal: Terminal): Promise<number> {
  if (args.some((arg) => arg !== '--stdio')) {
    throw new UsageError(l10n.t('The server speaks over standard input and output: --stdio.'));
  }
  const { serve } = await import('../server.ts');
  return serve();
}
