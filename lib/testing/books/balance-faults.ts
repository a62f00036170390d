import type { Books } from "./read-books";

/** Where the balances are not what the entries add up to, or debits and credits differ. */
export function balanceFaults({ entries, balances }: Books): string[] {
  const rebuilt = new Map<string, { debit: bigint; credit: bigint }>();
  const add = (account: bigint, period: Date, debit: bigint, credit: bigint) => {
    const key = keyOf(account, period);
    const sum = rebuilt.get(key) ?? { debit: 0n, credit: 0n };
    rebuilt.set(key, { debit: sum.debit + debit, credit: sum.credit + credit });
  };
  for (const { debitAccountId, creditAccountId, amountMinor, period } of entries) {
    add(debitAccountId, period, amountMinor, 0n);
    add(creditAccountId, period, 0n, amountMinor);
  }
  const kept = new Map(
    balances.map((row) => [
      keyOf(row.accountId, row.period),
      { debit: BigInt(row.debitMinor.toFixed()), credit: BigInt(row.creditMinor.toFixed()) },
    ]),
  );
  const keys = new Set([...rebuilt.keys(), ...kept.keys()]);
  const wrong = [...keys].filter((key) => text(rebuilt.get(key)) !== text(kept.get(key)));
  const total = [...kept.values()].reduce((sum, { debit, credit }) => sum + debit - credit, 0n);
  return [
    ...wrong.map((key) => `${key}: the balance is ${text(kept.get(key))}, the entries say ${text(rebuilt.get(key))}`),
    ...(total === 0n ? [] : [`debits exceed credits by ${total}`]),
  ];
}

const keyOf = (account: bigint, period: Date) => `account ${account} in ${period.toISOString().slice(0, 7)}`;

function text(sum: { debit: bigint; credit: bigint } | undefined): string {
  return sum ? `${sum.debit} debit, ${sum.credit} credit` : "nothing";
}
