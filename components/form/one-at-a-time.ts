/** Runs work unless it is already running: a double click, or Enter and a click, send once. */
export function oneAtATime() {
  let isRunning = false;
  return async (work: () => Promise<void>): Promise<void> => {
    if (isRunning) return;
    isRunning = true;
    try {
      await work();
    } finally {
      isRunning = false;
    }
  };
}
