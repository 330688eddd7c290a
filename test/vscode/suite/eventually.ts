// Waiting for what an editor shows in its own time.

const waitMs = 50;

/**
 * Repeats a check until it stops throwing, and gives its result; after `msMax`, its last error. The
 * default is far above what an edit may take: how fast it is, the benchmark measures.
 */
export async function eventually<T>(check: () => T | Promise<T>, msMax = 15_000): Promise<T> {
  const end = Date.now() + msMax;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
}
