/** What is read piece by piece; who does not read it to its end gives it up. */
export type Pieces<Piece> = AsyncIterable<Piece> & {
  readonly next: () => Promise<IteratorResult<Piece, unknown>>;
  readonly return: () => Promise<IteratorResult<Piece, unknown>>;
};

/** Hands on what is read, and calls `release` as soon as it ends, fails or is given up: also where nobody began to read. */
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
