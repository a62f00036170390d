import type { Context } from "@/lib/access/context";
import { addDays } from "@/lib/base/day";
import type { AccountOwner } from "@/lib/party/domain/account-owner";
import type { Statement } from "@/lib/statement/contract/statement";
import { getStatement } from "@/lib/statement/get-statement";
import { listStatements } from "@/lib/statement/list-statements";
import { readBooks } from "../books/read-books";
import { everyLineOf } from "./every-line-of";
import { taxFaults } from "./tax-faults";

/**
 * What must hold for a party's statements: each starts where the previous one ended; opening balance, lines and taxes
 * add up to the closing balance; offsets are taxed like what they offset; every entry is on at most one statement; the
 * entries on none add up to the rest of the balance.
 */
export async function statementFaults(ctx: Context, owner: AccountOwner): Promise<string[]> {
  const query = owner.type === "buyer" ? { buyer_id: owner.id } : { traffic_source_id: owner.id };
  const { statements } = await listStatements(ctx, { ...query, per_page: 200 });
  const books = await readBooks(ctx.company);
  const account = books.accounts.find((account) =>
    owner.type === "buyer" ? Number(account.buyerId) === owner.id : Number(account.trafficSourceId) === owner.id,
  );
  const entries = books.entries.filter((entry) => entry.partyAccountId === account?.id);
  const sign = owner.type === "buyer" ? 1n : -1n;
  const signed = new Map(
    entries.map((entry) => [
      `${entry.source}-${entry.number}-${entry.version}-${entry.kind}`,
      sign * (entry.debitAccountId === account?.id ? entry.amountMinor : -entry.amountMinor),
    ]),
  );
  const faults: string[] = [];
  const listed = new Map<string, string>();
  const earlier = new Map<string, Statement>();
  let before: Statement | null = null;
  for (const { number } of statements.toReversed()) {
    const statement: Statement = await getStatement(ctx, number);
    const lines = await everyLineOf(ctx, number);
    for (const { entry_id } of lines) {
      if (listed.has(entry_id)) faults.push(`${entry_id} is on ${listed.get(entry_id)} and on ${number}`);
      if (!signed.has(entry_id)) faults.push(`${entry_id} on ${number} is no entry of this account`);
      listed.set(entry_id, number);
    }
    faults.push(...faultsOf(statement, lines, before), ...taxFaults(statement, lines, earlier));
    earlier.set(number, statement);
    before = statement;
  }
  const unissued = [...signed].filter(([id]) => !listed.has(id));
  const rest = unissued.reduce((sum, [, amount]) => sum + amount, 0n);
  const balance = [...signed.values()].reduce((sum, amount) => sum + amount, 0n);
  if (minorOf(before?.closing) + rest !== balance)
    faults.push("what is on no statement is not the rest of the balance");
  return faults;
}

function faultsOf(statement: Statement, lines: readonly { amount: string }[], before: Statement | null): string[] {
  const { number, opening, closing, taxes, entries, previous, cycle_start } = statement;
  const tax = taxes.map(({ amount }) => ({ amount })).filter(({ amount }) => minorOf(amount) !== 0n);
  const added = lines.reduce((sum, { amount }) => sum + minorOf(amount), 0n);
  const summed = [...statement.lines, ...tax].reduce((sum, { amount }) => sum + minorOf(amount), 0n);
  return [
    ...(minorOf(opening) + added === minorOf(closing)
      ? []
      : [`${number}: ${opening} and its lines are not ${closing}`]),
    ...(summed === added ? [] : [`${number}: its lines are not what it sums up`]),
    ...(lines.length === entries ? [] : [`${number} counts ${entries} entries and shows ${lines.length}`]),
    ...(previous === (before?.number ?? null) ? [] : [`${number} does not follow ${before?.number}`]),
    ...(minorOf(opening) === minorOf(before?.closing) ? [] : [`${number} does not open where ${previous} closed`]),
    ...(before && cycle_start !== addDays(before.cycle_end, 1) ? [`${number} leaves days out`] : []),
  ];
}

function minorOf(amount = "0"): bigint {
  return BigInt(amount.replace(".", ""));
}
