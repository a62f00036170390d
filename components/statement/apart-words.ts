import type { StatementLine } from "@/lib/statement/contract/statement";
import type { ApartReason } from "@/lib/statement/domain/apart";

const REASONS: Readonly<Record<ApartReason, string>> = {
  late_conversion: "converted late",
  reversal: "conversion taken back",
  new_price: "new price",
  moved_away: "moved to another party",
  moved_here: "moved from another party",
  late_document: "recorded late",
  taken_back: "taken back",
};

/** "Correction: …" when the month was closed, "Late: …" when its day was on an earlier statement. */
export function apartWords({ as, reason }: NonNullable<StatementLine["apart"]>): string {
  return `${as === "late" ? "Late" : "Correction"}: ${REASONS[reason]}`;
}
