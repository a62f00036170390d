/** The same items, as long as all of them come within `milliseconds`: otherwise it throws what `overdue` makes. */
export async function* inTime<Item>(
  items: AsyncIterable<Item>,
  milliseconds: number,
  overdue: () => Error,
): AsyncGenerator<Item> {
  const source = items[Symbol.asyncIterator]();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(overdue()), milliseconds);
  });
  try {
    for (;;) {
      const next = source.next();
      const { done, value } = await Promise.race([next, late]);
      if (done) return;
      yield value;
    }
  } finally {
    clearTimeout(timer);
    // Not awaited: a source that is late answers this only after what it is late with.
    source.return?.().catch(() => {});
  }
}
