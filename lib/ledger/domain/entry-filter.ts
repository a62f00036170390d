/** Filters on the entries of an account; null for no filter. */
export type EntryFilter = {
  readonly kind: string | null;
  readonly offerId: number | null;
  readonly callId: number | null;
  /** Days of the books, `YYYY-MM-DD`, both included. */
  readonly from: string | null;
  readonly to: string | null;
};
