/** Resolves after an orderly end when the process is asked to stop; a second request ends it at once. */
export async function untilInterrupted(close: () => Promise<void>): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(INTERRUPTED));
        resolve();
      });
    }
  });
  await close();
}

/** What shells report for a program that was interrupted. */
const INTERRUPTED = 130;
