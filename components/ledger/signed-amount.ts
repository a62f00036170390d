import { directionOf, RECORDED_KINDS, REVERSAL, withoutReversal } from "@/lib/document/domain/document-kind";
import type { OwnerType } from "@/lib/party/domain/account-owner";

const TAKES_BACK: ReadonlySet<string> = new Set(["credit", "clawback"]);

/** Negative for kinds that lower the party's balance. Kinds that go either way keep their sign. */
export function signedAmount(kind: string, party: OwnerType, amount: string): string {
  return lowersBalance(kind, party) ? `-${amount}` : amount;
}

function lowersBalance(kind: string, party: OwnerType): boolean {
  if (TAKES_BACK.has(kind)) return true;
  const recorded = RECORDED_KINDS.find((recordedKind) => recordedKind === withoutReversal(kind));
  const direction = recorded ? directionOf(recorded, party) : null;
  return direction === (kind.endsWith(REVERSAL) ? "increase" : "decrease");
}
