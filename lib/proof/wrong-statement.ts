import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { StatementRow } from "@/lib/statement/sql/statement-row";
import { digestOfStatements, statementDigest } from "@/lib/statement/statement-digest";
import type { ProvenLink } from "./sql/read-links";
import { statementsInOrder } from "./sql/statements-in-order";

/** The first statement that differs from what was issued, or that no link issued. */
export async function wrongStatement(tx: SqlTx, links: readonly ProvenLink[]): Promise<string | null> {
  const sealed = new Map(links.flatMap(({ number, issues }) => (issues === null ? [] : [[number, issues] as const])));
  const digests = new Map<number, Uint8Array[]>();
  let expected = 1;
  const last = new Map<number, StatementRow>();
  for await (const statement of statementsInOrder(tx)) {
    const { number, rollupNumber, accountId } = statement;
    if (number !== expected) return `statement ${expected} is missing`;
    expected += 1;
    if (!Buffer.from(statementDigest(statement)).equals(statement.digest)) {
      return `statement ${number} differs from when it was issued`;
    }
    if (!sealed.has(rollupNumber)) return `no link of the chain issued statement ${number}`;
    const before = last.get(accountId);
    if (
      statement.previousNumber !== (before?.number ?? null) ||
      (before && before.closingMinor !== statement.openingMinor)
    ) {
      return `statement ${number} doesn’t continue the party’s previous statement`;
    }
    last.set(accountId, statement);
    digests.set(rollupNumber, [...(digests.get(rollupNumber) ?? []), statement.digest]);
  }
  for (const [number, issues] of sealed) {
    const digest = Buffer.from(digestOfStatements(digests.get(number) ?? [])).toString("hex");
    if (digest !== issues) return `link ${number} issued other statements than exist`;
  }
  return null;
}
