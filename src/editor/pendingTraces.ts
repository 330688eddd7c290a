// Which versions of which documents the server was given and has not answered for yet: those are
// the ones it may have fallen silent over. Plain book-keeping, without an editor.

import type { DocumentVersion } from '../server/protocol.ts';

export class PendingTraces {
  readonly #pending = new Map<string, number>();
  readonly #silentOver = new Map<string, number>();

  /** The server was given this version. */
  sent({ uri, version }: DocumentVersion): void {
    // A version that silenced a server is not traced again, so nothing will answer for it.
    if (this.#silentOver.get(uri) === version) return;
    this.#pending.set(uri, version);
  }

  /** The server has traced this version. */
  answered({ uri, version }: DocumentVersion): void {
    if ((this.#pending.get(uri) ?? version + 1) <= version) this.#pending.delete(uri);
  }

  closed(uri: string): void {
    this.#pending.delete(uri);
    this.#silentOver.delete(uri);
  }

  get none(): boolean {
    return this.#pending.size === 0;
  }

  /**
   * Blames a silence on what is pending: on the document in front of the person if it is, since
   * that is what the server turns to first; else on all. Returns those not blamed before.
   */
  blame(inFront: string | undefined): DocumentVersion[] {
    const front = inFront === undefined ? undefined : this.#pending.get(inFront);
    const suspects =
      inFront !== undefined && front !== undefined
        ? [{ uri: inFront, version: front }]
        : [...this.#pending].map(([uri, version]) => ({ uri, version }));
    for (const { uri, version } of suspects) {
      this.#silentOver.set(uri, version);
      this.#pending.delete(uri);
    }
    return suspects;
  }

  /** What a new server must not trace again. */
  get silentOver(): DocumentVersion[] {
    return [...this.#silentOver].map(([uri, version]) => ({ uri, version }));
  }
}
