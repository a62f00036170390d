import { SIDES } from "@/lib/call/domain/call-state";
import { metrics } from "@/lib/platform/metrics/metrics";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { PlannedChange } from "./domain/plan";

const planned = new WeakMap<SqlTx, (readonly PlannedChange[])[]>();

/** Notes what the transaction decides, to be counted once it is committed. */
export function noteDecisions(tx: SqlTx, changes: readonly PlannedChange[]): void {
  if (changes.length === 0) return;
  planned.set(tx, [...(planned.get(tx) ?? []), changes]);
}

/** Counts the sides that a committed transaction set or took back. */
export function countDecisions(tx: SqlTx): void {
  const decisions = metrics()?.decisions;
  if (!decisions) return;
  for (const { change, mechanism } of (planned.get(tx) ?? []).flat()) {
    for (const side of SIDES) {
      const { converted, decision } = change.after[side];
      if (converted === change.before[side].converted) continue;
      decisions.inc({ side, mechanism: decision?.mechanism ?? mechanism, converted: String(converted) });
    }
  }
}
