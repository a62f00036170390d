import type { CapOwner, CapView } from "@/lib/db/caps/list-caps";
import { type MeasuredUse, measureCaps } from "@/lib/db/caps/measure-caps";
import { windowOf } from "@/lib/domain/cap/cap-window";
import type { SqlTx } from "@/lib/platform/sql/in-company";

/** What is used of each of these caps in the window that runs at this moment. */
export function measureNow(
  tx: SqlTx,
  { side }: CapOwner,
  caps: readonly CapView[],
  now: Date,
): Promise<Map<number, MeasuredUse>> {
  const windows = caps.map((cap) => ({ capId: cap.id, ...windowOf(cap.span, cap.timeZone, now) }));
  return measureCaps(tx, side, windows, now);
}
