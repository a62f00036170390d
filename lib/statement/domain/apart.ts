import type { Day } from "@/lib/base/day";
import { REVERSAL } from "@/lib/document/domain/document-kind";
import { isOfCalls } from "@/lib/ledger/domain/entry-kinds";

export const APART_REASONS = [
  "late_conversion",
  "reversal",
  "new_price",
  "moved_away",
  "moved_here",
  "late_document",
  "taken_back",
] as const;
/** Why a line is listed separately from the days of the cycle. */
export type ApartReason = (typeof APART_REASONS)[number];

export type ApartFacts = {
  readonly kind: string;
  /** Whether the same change billed that side again, and on whose account; null if not. */
  readonly opens: "here" | "elsewhere" | null;
  /** Whether the same change offset a charge or payout, and on whose account; null if not. */
  readonly closes: "here" | "elsewhere" | null;
};

export function apartReason({ kind, opens, closes }: ApartFacts): ApartReason {
  if (!isOfCalls(kind)) return kind.endsWith(REVERSAL) ? "taken_back" : "late_document";
  if (kind === "credit" || kind === "clawback") {
    if (opens === null) return "reversal";
    return opens === "here" ? "new_price" : "moved_away";
  }
  if (closes === null) return "late_conversion";
  return closes === "here" ? "new_price" : "moved_here";
}

/**
 * A correction is booked in a later month because its own was closed; a late line belongs to days of an earlier
 * statement.
 */
export function apartOf(
  { bookedOn, serviceDate }: { readonly bookedOn: Day; readonly serviceDate: Day },
  previousEnd: Day | null,
): "correction" | "late" | null {
  if (serviceDate < `${bookedOn.slice(0, 7)}-01`) return "correction";
  return previousEnd !== null && bookedOn <= previousEnd ? "late" : null;
}
