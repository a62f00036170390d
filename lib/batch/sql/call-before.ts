import type { CallState, SideState } from "@/lib/call/domain/call-state";

/** The sides of a call before a batch. Amounts are text, because JSON cannot hold them exactly. */
export type CallBefore = Pick<CallState, "buyer" | "offer" | "payoutTermsId">;

type StoredDecision = Omit<NonNullable<SideState["decision"]>, "decidedAt"> & { readonly decidedAt: string };
type StoredSide = Omit<SideState, "amountMinor" | "statedAt" | "decision"> & {
  readonly amountMinor: string;
  readonly statedAt: string | null;
  readonly decision: StoredDecision | null;
};
export type StoredBefore = {
  readonly buyer: StoredSide;
  readonly offer: StoredSide;
  readonly payoutTermsId: number | null;
};

export function storedBefore({ buyer, offer, payoutTermsId }: CallBefore): StoredBefore {
  return { buyer: storedSide(buyer), offer: storedSide(offer), payoutTermsId };
}

export function callBefore({ buyer, offer, payoutTermsId }: StoredBefore): CallBefore {
  return { buyer: sideBefore(buyer), offer: sideBefore(offer), payoutTermsId };
}

function storedSide({ amountMinor, statedAt, decision, ...side }: SideState): StoredSide {
  return {
    ...side,
    amountMinor: amountMinor.toString(),
    statedAt: statedAt?.toISOString() ?? null,
    decision: decision && { ...decision, decidedAt: decision.decidedAt.toISOString() },
  };
}

function sideBefore({ amountMinor, statedAt, decision, ...side }: StoredSide): SideState {
  return {
    ...side,
    amountMinor: BigInt(amountMinor),
    statedAt: statedAt === null ? null : new Date(statedAt),
    decision: decision && { ...decision, decidedAt: new Date(decision.decidedAt) },
  };
}
