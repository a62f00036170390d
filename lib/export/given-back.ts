/** What is read piece by piece; who does not read it to its end gives it up. */
export type Pieces<Piece> = AsyncIterable<Piece> & {
  readonly next: () => Promise<IteratorResult<Piece, unknown>>;
  readonly return: () => Promise<IteratorResult<Piece, unknown>>;
};

/** Hands on what is read, and calls `giveBack` as soon as it ends, fails or is given up: also where nobody began to read. */
export function givenBack<Piece>(pieces: AsyncGenerator<Piece>, giveBack: () => void): Pieces<Piece> {
  const watched = async (step: Promise<IteratorResult<Piece, unknown>>) => {
    try {
      const result = await step;
      if (result.done) giveBack();
      return result;
    } catch (reason) {
      giveBack();
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
