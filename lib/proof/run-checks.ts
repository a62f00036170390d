import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { Snapshot } from "@/lib/platform/sql/in-snapshot";

/** What is wrong, in words, or null; `weight` is its share of the work, of 100 that all come to. */
export type Check = { readonly weight: number; readonly run: (tx: SqlTx) => Promise<string | null> };

/**
 * Runs the checks on both connections of the snapshot, each taking the heaviest that is left. Answers the fault of the first
 * check, in their order, that has one.
 */
export async function runChecks(
  tx: Snapshot,
  checks: readonly Check[],
  tell: (done: number) => void,
): Promise<string | null> {
  const faults = checks.map((): string | null => null);
  const waiting = checks.map((check, place) => ({ ...check, place })).sort((one, other) => other.weight - one.weight);
  let done = 0;
  const work = async (connection: SqlTx) => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      faults[check.place] = await check.run(connection);
      done += check.weight;
      tell(done / 100);
    }
  };
  // The second connection takes the snapshot before this one is busy.
  await Promise.all([tx.beside(work), work(tx)]);
  return faults.find((fault) => fault !== null) ?? null;
}
