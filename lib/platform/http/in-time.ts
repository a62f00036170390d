/** Passes the items on if all of them arrive within `milliseconds`; otherwise throws the result of `overdue`. */
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
    // Not awaited: a slow stream returns only after its next item.
    source.return?.().catch(() => {});
  }
}
