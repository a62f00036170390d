import type { Side } from "../call/call-state";

export type Named = { readonly id: number; readonly name: string };

/** What stands billed for a side. The amount is a decimal text, absent where it may not be read. */
export type Billed = { readonly party: Named; readonly amount?: string | undefined };

/** How a side is to be once saved. */
export type WishedSide = {
  readonly converted: boolean;
  readonly party: Named | null;
  /** A decimal text with all decimals where one was typed; else what is so stays, or prices decide. */
  readonly amount: string | null;
  /** Newly converted or moved: unless typed, the amount is the one stated before or the agreed price. */
  readonly priced: boolean;
};

export type ForeseenPosting = {
  readonly kind: "charge" | "credit" | "payout" | "clawback";
  readonly party: Named;
  /** `agreed`: the amount stated before, else the price agreed; absent where it may not be read. */
  readonly amount: string | "agreed" | undefined;
};

const KINDS = {
  buyer: { opens: "charge", closes: "credit" },
  offer: { opens: "payout", closes: "clawback" },
} as const;

/** What the next rollup will post for a side if the wish is saved, as far as can be told without asking the server. */
export function foreseePostings(side: Side, standing: Billed | null, wished: WishedSide): ForeseenPosting[] {
  const { opens, closes } = KINDS[side];
  const next = billedBy(standing, wished);
  if (standing?.party.id === next?.party.id && standing?.amount === next?.amount) return [];
  return [
    ...(standing ? [{ kind: closes, party: standing.party, amount: standing.amount }] : []),
    ...(next ? [{ kind: opens, party: next.party, amount: next.amount }] : []),
  ];
}

function billedBy(standing: Billed | null, { converted, party, amount, priced }: WishedSide) {
  if (!converted || party === null || (amount !== null && isZero(amount))) return null;
  if (amount !== null) return { party, amount };
  if (priced) return { party, amount: "agreed" as const };
  return standing && { party, amount: standing.amount };
}

function isZero(amount: string): boolean {
  return /^[0.]*$/.test(amount);
}
