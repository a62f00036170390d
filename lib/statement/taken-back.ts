import type { Tx } from "@/lib/platform/sql/in-company";
import { type CumulativeSums, FrozenTaxes } from "./contract/statement-record";
import type { CycleSums, TakenBackIn } from "./domain/draft-statements";
import { subtractSums } from "./domain/sums";
import { areSameRates, type TaxRate } from "./domain/tax-rate";
import { rateOfFrozen, takenBackBy } from "./frozen-tax";
import { readFrozenTaxes } from "./sql/frozen-taxes";
import type { StatementRow } from "./sql/statement-row";
import { readTakenBackSums } from "./sql/taken-back-sums";
import { sumOfText } from "./sum-text";

export type Before = { readonly last: StatementRow; readonly sums: CumulativeSums };

/**
 * What the next cycles offset of statements taxed at other rates than those in force. Reads entries only if there are
 * such a statement and any offset.
 */
export async function takenBackOf(
  tx: Tx,
  { last, sums: billed }: Before,
  cycles: readonly CycleSums[],
  inForce: readonly TaxRate[],
): Promise<TakenBackIn[]> {
  const { accountId, cycleEnd, throughRollup } = last;
  const lines = subtractSums(
    cycles.flatMap(({ sums }) => sums),
    billed.open.map(sumOfText),
  );
  if (!lines.some(({ kind }) => kind === "credit" || kind === "clawback")) return [];
  const others = new Map<number, TaxRate[]>();
  for (const { statement, taxes } of await readFrozenTaxes(tx, accountId)) {
    const rates = FrozenTaxes.parse(taxes)
      .filter((tax) => takenBackBy(tax) === null)
      .map(rateOfFrozen);
    if (!areSameRates(rates, inForce)) others.set(statement, rates);
  }
  if (others.size === 0) return [];
  const sums = await readTakenBackSums(tx, {
    accountId,
    last: { cycleEnd, throughRollup, openFrom: billed.open_from },
    cycles,
    statements: [...others.keys()],
  });
  return sums.map(({ place, statement, amountMinor }) => {
    return { place, statement, rates: others.get(statement) ?? [], netMinor: -amountMinor };
  });
}
