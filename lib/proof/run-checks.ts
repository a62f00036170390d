import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { Snapshot } from "@/lib/platform/sql/in-snapshot";

/** `run` returns what is wrong as a sentence, or null. `weight` is the share of the work in percent. */
export type Check = { readonly weight: number; readonly run: (tx: SqlTx) => Promise<string | null> };

/**
 * Runs the checks on both connections of the snapshot, heaviest first. Returns the fault of the first failing check, in
 * the order of `checks`.
 */
export async function runChecks(
  tx: Snapshot,
  checks: readonly Check[],
  report: (done: number) => void,
): Promise<string | null> {
  const faults = checks.map((): string | null => null);
  const waiting = checks.map((check, place) => ({ ...check, place })).sort((one, other) => other.weight - one.weight);
  let done = 0;
  const work = async (connection: SqlTx) => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      faults[check.place] = await check.run(connection);
      done += check.weight;
      report(done / 100);
    }
  };
  // The second connection takes the snapshot before this one is busy.
  await Promise.all([tx.beside(work), work(tx)]);
  return faults.find((fault) => fault !== null) ?? null;
}
