/** Runs work unless other work is under way: a second press of a button, or Enter and a button, send once. */
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
