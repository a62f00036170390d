import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { NotFound } from "@/lib/base/errors";
import { parseStatementName } from "@/lib/document/domain/statement-number";
import { permitAccount } from "@/lib/ledger/permit-account";
import type { Tx } from "@/lib/platform/sql/in-company";
import { findStatement, type StatementRow } from "./sql/statement-row";

/** A statement by number, for a reader of its amounts. Throws `NotFound` or `Forbidden`. */
export async function openStatement(tx: Tx, { actor }: Context, name: string): Promise<StatementRow> {
  permit(actor, "read", "billing");
  const named = parseStatementName(name);
  const row = named && (await findStatement(tx, named.number));
  if (!row || (named.type !== null && named.type !== row.ownerType)) throw new NotFound();
  permitAccount(actor, row.ownerType);
  return row;
}
