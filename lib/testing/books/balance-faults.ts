import type { Books } from "./read-books";

type Sum = { readonly count: bigint; readonly debit: bigint; readonly credit: bigint };

/** Balances that differ from the sum of entries, and debits that differ from credits. */
export function balanceFaults({ calls, entries, balances }: Books): string[] {
  const offerOf = new Map(calls.map(({ id, offerId }) => [id, offerId]));
  const rebuilt = new Map<string, Sum>();
  const add = (key: string, debit: bigint, credit: bigint) => {
    const sum = rebuilt.get(key) ?? { count: 0n, debit: 0n, credit: 0n };
    rebuilt.set(key, { count: sum.count + 1n, debit: sum.debit + debit, credit: sum.credit + credit });
  };
  for (const { source, number, kind, debitAccountId, creditAccountId, amountMinor, bookedOn } of entries) {
    const offer = source === "call" ? (offerOf.get(number) ?? 0n) : 0n;
    add(keyOf(debitAccountId, bookedOn, kind, offer), amountMinor, 0n);
    add(keyOf(creditAccountId, bookedOn, kind, offer), 0n, amountMinor);
  }
  const stored = new Map(
    balances.map((row) => [
      keyOf(row.accountId, row.bookedOn, row.kind, row.offerId),
      {
        count: row.entryCount,
        debit: BigInt(row.debitMinor.toFixed()),
        credit: BigInt(row.creditMinor.toFixed()),
      },
    ]),
  );
  const keys = new Set([...rebuilt.keys(), ...stored.keys()]);
  const wrong = [...keys].filter((key) => text(rebuilt.get(key)) !== text(stored.get(key)));
  const total = [...stored.values()].reduce((sum, { debit, credit }) => sum + debit - credit, 0n);
  return [
    ...wrong.map((key) => `${key}: the balance is ${text(stored.get(key))}, the entries say ${text(rebuilt.get(key))}`),
    ...(total === 0n ? [] : [`debits exceed credits by ${total}`]),
  ];
}

function keyOf(account: bigint, bookedOn: Date, kind: string, offer: bigint): string {
  return `account ${account} on ${bookedOn.toISOString().slice(0, 10)}, ${kind} of offer ${offer}`;
}

function text(sum: Sum | undefined): string {
  return sum ? `${sum.count} entries, ${sum.debit} debit, ${sum.credit} credit` : "nothing";
}
