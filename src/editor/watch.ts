// Whether the server still answers. While it owes something, a trace or a run, it is asked every
// second whether it lives; where that stays unanswered for five seconds it is taken for hung.
// Knows no editor and no protocol: both are handed in.

export interface WatchOptions {
  /** Resolves when the server answered. */
  readonly ask: () => Promise<unknown>;
  /** The server owes nothing: it need not be asked. */
  readonly idle: () => boolean;
  readonly onSilent: () => void;
}

/** Asking costs a message; a person notices a second at most. */
const askEveryMs = 1000;

/** The server gives its event loop back every few milliseconds, so this is a hang, not work. */
export const silenceMaxMs = 5000;

export interface Watch {
  /** The server got something to do. */
  wake(): void;
  dispose(): void;
}

export function watchServer(options: WatchOptions): Watch {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let disposed = false;

  const check = async (): Promise<void> => {
    const silence = silenceTimer();
    const answered = await Promise.race([
      options.ask().then(
        () => true,
        () => true, // A connection that broke is restarted by whoever owns it.
      ),
      silence.over.then(() => false),
    ]);
    silence.cancel();
    timer = undefined;
    if (disposed) return;
    if (!answered) options.onSilent();
    else schedule();
  };
  const schedule = (): void => {
    if (timer || disposed || options.idle()) return;
    timer = setTimeout(() => void check(), askEveryMs);
  };
  return {
    wake: schedule,
    dispose() {
      disposed = true;
      clearTimeout(timer);
    },
  };
}

function silenceTimer(): { over: Promise<void>; cancel(): void } {
  let timer: ReturnType<typeof setTimeout>;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, silenceMaxMs);
  });
  return { over, cancel: () => clearTimeout(timer) };
}
