/** A stream of pieces; a reader that stops early calls `return`. */
export type Pieces<Piece> = AsyncIterable<Piece> & {
  readonly next: () => Promise<IteratorResult<Piece, unknown>>;
  readonly return: () => Promise<IteratorResult<Piece, unknown>>;
};

/** Passes the pieces on. Calls `release` once they end, fail or are abandoned, even before the first read. */
export function releaseWhenDone<Piece>(pieces: AsyncGenerator<Piece>, release: () => void): Pieces<Piece> {
  const watched = async (step: Promise<IteratorResult<Piece, unknown>>) => {
    try {
      const result = await step;
      if (result.done) release();
      return result;
    } catch (reason) {
      release();
      throw reason;
    }
  };
  const watching: Pieces<Piece> = {
    next: () => watched(pieces.next()),
    return: () => watched(pieces.return(undefined)),
    [Symbol.asyncIterator]: () => watching,
  };
  return watching;
}
