import { NotFound } from "@/lib/base/errors";
import { findStatement, type StatementRow } from "@/lib/db/statements/statement-row";
import { parseStatementName } from "@/lib/domain/statement/statement-number";
import type { Tx } from "@/lib/platform/sql/in-company";
import { permit } from "../access/permit";
import { permitAccount } from "../accounts/permit-account";
import type { Context } from "../context";

/** The statement that an address names, for somebody who may read its amounts. Throws `NotFound` or `Forbidden`. */
export async function openStatement(tx: Tx, { actor }: Context, name: string): Promise<StatementRow> {
  permit(actor, "read", "billing");
  const named = parseStatementName(name);
  const row = named && (await findStatement(tx, named.number));
  if (!row || (named.type !== null && named.type !== row.ownerType)) throw new NotFound();
  permitAccount(actor, row.ownerType);
  return row;
}
