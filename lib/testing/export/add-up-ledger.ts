/** A plain-text ledger, parsed and summed independently of the code under test, as far as these tests need. */
export type AddedUp = {
  /** Transactions whose postings do not sum to zero. */
  readonly unbalanced: readonly string[];
  /** By account, in the smallest unit. */
  readonly totals: ReadonlyMap<string, bigint>;
  readonly transactions: number;
};

const DATED = /^\d{4}-\d{2}-\d{2} [*!]/;
const POSTING = /^\s+(\S(?:.*?\S)?) {2,}(-?[\d.]+) [A-Z]{3}(?: = .*)?$/;

export function addUpLedger(text: string, decimals: number): AddedUp {
  const totals = new Map<string, bigint>();
  const unbalanced: string[] = [];
  let transactions = 0;
  for (const block of text.split(/\n\s*\n/)) {
    const lines = block.split("\n");
    const head = lines.find((line) => DATED.test(line));
    if (head === undefined) continue;
    transactions += 1;
    let sum = 0n;
    for (const [, account = "", amount = ""] of lines.flatMap((line) => [POSTING.exec(line) ?? []])) {
      if (account === "") continue;
      const minor = minorOf(amount, decimals);
      sum += minor;
      totals.set(account, (totals.get(account) ?? 0n) + minor);
    }
    if (sum !== 0n) unbalanced.push(head);
  }
  return { unbalanced, totals, transactions };
}

function minorOf(amount: string, decimals: number): bigint {
  const [whole = "0", fraction = ""] = amount.split(".");
  return BigInt(`${whole}${fraction.padEnd(decimals, "0")}`);
}
