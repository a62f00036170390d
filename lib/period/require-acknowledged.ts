import type { Access } from "@/lib/access/domain/access";
import { Conflict, Invalid } from "@/lib/base/errors";
import { type Month, monthText } from "@/lib/base/month";
import type { MonthWarnings } from "./domain/frozen-preview";
import type { Acknowledged, SeenCounts } from "./domain/warning";
import { type VisibleWarning, visibleWarnings } from "./visible-warnings";

/**
 * Requires that every warning is acknowledged. Throws `Invalid` if names were sent and one is missing, `Conflict` if
 * counts were sent and a warning has more.
 */
export function requireAcknowledged(
  access: Access,
  month: Month,
  warnings: MonthWarnings,
  acknowledged: Acknowledged,
): void {
  const visible = visibleWarnings(access, warnings);
  if (isList(acknowledged)) requireNamed(month, visible, acknowledged);
  else requireSeen(month, visible, acknowledged);
}

function isList(acknowledged: Acknowledged): acknowledged is Exclude<Acknowledged, SeenCounts> {
  return Array.isArray(acknowledged);
}

function requireNamed(month: Month, visible: readonly VisibleWarning[], names: readonly string[]): void {
  const missing = visible.filter(({ warning }) => !names.includes(warning));
  if (missing.length === 0) return;
  const counted = missing.map(({ warning, count }) => `${warning} (${count})`).join(", ");
  throw new Invalid({
    acknowledge: `${monthText(month)} warns of ${counted}. Review them, then send acknowledge with ${missing.length === 1 ? "that name" : "those names"}.`,
  });
}

function requireSeen(month: Month, visible: readonly VisibleWarning[], seen: SeenCounts): void {
  const more = visible.filter(({ warning, count }) => count > (seen[warning] ?? 0));
  if (more.length === 0) return;
  const counted = more
    .map(({ warning, count }) => `${warning}: ${seen[warning] ?? 0} acknowledged, now ${count}.`)
    .join(" ");
  throw new Conflict(
    `There are new warnings. ${counted} ${monthText(month)} was not closed. Review the warnings and close again.`,
  );
}
