import type { Actor } from "@/lib/access/domain/actor";
import type { Tx } from "@/lib/platform/sql/in-company";
import type { StatementRow } from "./statement-row";

/** The company's next statement number. The ledger head must be locked, so that numbers have no gaps or duplicates. */
export async function nextStatementNumber(tx: Tx): Promise<number> {
  const newest = await tx.statement.findFirst({
    where: { companyId: tx.company },
    orderBy: { number: "desc" },
    select: { number: true },
  });
  return Number(newest?.number ?? 0n) + 1;
}

export type NewStatement = Omit<
  StatementRow,
  "ownerType" | "ownerId" | "allocatedMinor" | "actorType" | "actorId" | "frozen" | "cumulative" | "digest"
> & { readonly frozen: object; readonly cumulative: object; readonly digest: Uint8Array<ArrayBuffer> };

/** In order of number, because each refers to the previous one. */
export async function insertStatements(tx: Tx, actor: Actor, statements: readonly NewStatement[]): Promise<void> {
  await tx.statement.createMany({
    data: statements.map((statement) => ({
      ...statement,
      companyId: tx.company,
      cycleStart: new Date(statement.cycleStart),
      cycleEnd: new Date(statement.cycleEnd),
      dueOn: new Date(statement.dueOn),
      openingMinor: statement.openingMinor.toString(),
      closingMinor: statement.closingMinor.toString(),
      billedMinor: statement.billedMinor.toString(),
      frozen: JSON.parse(JSON.stringify(statement.frozen)),
      cumulative: JSON.parse(JSON.stringify(statement.cumulative)),
      actorType: actor.type,
      actorId: actor.id,
    })),
  });
}
