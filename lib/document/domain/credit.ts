/** A buyer's credit: unlimited, prepaid, or up to a limit. */
export type CreditTerms =
  | { readonly mode: "none" }
  | { readonly mode: "prepaid" }
  | { readonly mode: "limit"; readonly limitMinor: bigint };

export type Credit = {
  readonly mode: CreditTerms["mode"];
  readonly limitMinor: bigint | null;
  /** What the buyer owes by posted entries. */
  readonly balanceMinor: bigint;
  /** What the next rollup adds. */
  readonly pendingMinor: bigint;
  /** Null if credit is unlimited. */
  readonly availableMinor: bigint | null;
  readonly closed: boolean;
};

export function creditOfTerms(terms: CreditTerms, balanceMinor: bigint, pendingMinor: bigint): Credit {
  const limitMinor = terms.mode === "limit" ? terms.limitMinor : null;
  const availableMinor = terms.mode === "none" ? null : (limitMinor ?? 0n) - balanceMinor - pendingMinor;
  return {
    mode: terms.mode,
    limitMinor,
    balanceMinor,
    pendingMinor,
    availableMinor,
    closed: availableMinor !== null && availableMinor <= 0n,
  };
}
