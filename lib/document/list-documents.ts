import type { Context } from "@/lib/access/context";
import { Invalid, NotFound } from "@/lib/base/errors";
import { parseId } from "@/lib/base/ids";
import { permitAccount } from "@/lib/ledger/permit-account";
import { findAccount } from "@/lib/ledger/sql/find-account";
import type { AccountOwner } from "@/lib/party/domain/account-owner";
import { readInCompany } from "@/lib/platform/sql/in-company";
import type { DocumentList, DocumentQuery } from "./contract";
import { presentDocuments } from "./present-document";
import { readStanding } from "./read-standing";
import { listDocumentRows } from "./sql/list-documents";

const DOCUMENTS_A_PAGE = 50;

/** Documents of a party, newest first, in pages, with its standing. Throws `Forbidden` or `NotFound`. */
export async function listDocuments(
  ctx: Context,
  owner: AccountOwner,
  query: DocumentQuery = {},
): Promise<Omit<DocumentList, "status">> {
  permitAccount(ctx.actor, owner.type);
  const below = query.cursor === undefined ? null : parseId(query.cursor);
  if (query.cursor !== undefined && below === null) {
    throw new Invalid({ cursor: "This cursor is invalid. Leave it out to start with the newest." });
  }
  const perPage = query.per_page ?? DOCUMENTS_A_PAGE;
  return readInCompany(ctx.company.id, async (tx) => {
    const account = await findAccount(tx, owner);
    if (!account) throw new NotFound();
    const rows = await listDocumentRows(tx, account.id, { below, kind: query.kind ?? null, limit: perPage + 1 });
    const page = rows.slice(0, perPage);
    return {
      documents: await presentDocuments(tx, ctx.company, page),
      standing: await readStanding(tx, ctx, account),
      metadata: { next_cursor: rows.length > perPage ? String(page.at(-1)?.number) : null },
    };
  });
}
