import type { CallState, Side } from "@/lib/call/domain/call-state";

export const MEASURES = ["conversions", "revenue", "attempts", "connections", "concurrency"] as const;
export type Measure = (typeof MEASURES)[number];

export const SPANS = ["hour", "day", "month", "total", "now"] as const;
export type Span = (typeof SPANS)[number];

/** A limit for a buyer (side `buyer`) or a traffic source (side `offer`), in calls or minor units. */
export type Cap = {
  readonly id: number;
  readonly side: Side;
  readonly partyId: number;
  /** Null counts calls of all offers. */
  readonly offerId: number | null;
  readonly measure: Measure;
  readonly span: Span;
  readonly limit: bigint;
  /** Automatic mechanisms do not convert beyond the limit. */
  readonly stopsAutomatic: boolean;
  readonly timeZone: string;
};

/** Whether calls of this offer count. */
export function countsCall(cap: Cap, { offerId }: Pick<CallState, "offerId">): boolean {
  return cap.offerId === null || cap.offerId === offerId;
}

/** What a call uses of a cap: one conversion or its amount while converted for the cap's party, else 0. */
export function shareOf(cap: Cap, call: CallState): bigint {
  const side = call[cap.side];
  if (!side.converted || side.partyId !== cap.partyId || !countsCall(cap, call)) return 0n;
  if (cap.measure === "revenue") return side.amountMinor;
  return cap.measure === "conversions" ? 1n : 0n;
}

export function capsByParty(caps: readonly Cap[]): (side: Side, partyId: number | null) => readonly Cap[] {
  const byParty = new Map<string, Cap[]>();
  for (const cap of caps) {
    const ofParty = byParty.get(`${cap.side} ${cap.partyId}`);
    if (ofParty) ofParty.push(cap);
    else byParty.set(`${cap.side} ${cap.partyId}`, [cap]);
  }
  return (side, partyId) => byParty.get(`${side} ${partyId}`) ?? [];
}
