import { createHash } from "node:crypto";
import { canonicalText } from "@/lib/base/canonical-text";
import type { StatementRow } from "./sql/statement-row";

export type Sealed = Omit<StatementRow, "digest" | "ownerType" | "ownerId" | "allocatedMinor">;

/** SHA-256 of the whole content of a statement, independent of the key order of stored JSON. */
export function statementDigest(statement: Sealed): Uint8Array<ArrayBuffer> {
  return sha256(
    canonicalText({
      number: statement.number,
      account_id: statement.accountId,
      previous_number: statement.previousNumber,
      cycle_start: statement.cycleStart,
      cycle_end: statement.cycleEnd,
      through_rollup: statement.throughRollup,
      issued_at: statement.issuedAt.toISOString(),
      due_on: statement.dueOn,
      currency: statement.currency,
      opening_minor: statement.openingMinor.toString(),
      closing_minor: statement.closingMinor.toString(),
      billed_minor: statement.billedMinor.toString(),
      entry_count: statement.entryCount,
      layout: statement.layout,
      frozen: statement.frozen,
      cumulative: statement.cumulative,
      rollup_number: statement.rollupNumber,
      actor_type: statement.actorType,
      actor_id: statement.actorId,
    }),
  );
}

/** The digest that seals issued statements: SHA-256 of their digests, one per line, in order of number. */
export function digestOfStatements(digests: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return sha256(digests.map((digest) => Buffer.from(digest).toString("hex")).join("\n"));
}

function sha256(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(text).digest());
}
