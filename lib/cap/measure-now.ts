import type { SqlTx } from "@/lib/platform/sql/in-company";
import { windowOf } from "./domain/cap-window";
import type { CapOwner, CapView } from "./sql/list-caps";
import { type MeasuredUse, measureCaps } from "./sql/measure-caps";

/** Usage of each cap in its current window. */
export function measureNow(
  tx: SqlTx,
  { side }: CapOwner,
  caps: readonly CapView[],
  now: Date,
): Promise<Map<number, MeasuredUse>> {
  const windows = caps.map((cap) => ({ capId: cap.id, ...windowOf(cap.span, cap.timeZone, now) }));
  return measureCaps(tx, side, windows, now);
}
