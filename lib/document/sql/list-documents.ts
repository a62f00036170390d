import { Prisma } from "@/lib/platform/sql/generated/client";
import type { Tx } from "@/lib/platform/sql/in-company";
import { type DocumentColumns, type DocumentRow, documentRow, documentsWhere } from "./document-row";

type Page = { readonly below: number | null; readonly kind: string | null; readonly limit: number };

/** Documents of an account below a number, newest first. */
export async function listDocumentRows(
  tx: Tx,
  accountId: number,
  { below, kind, limit }: Page,
): Promise<DocumentRow[]> {
  const rows = await tx.$queryRaw<DocumentColumns[]>(
    documentsWhere(
      tx,
      Prisma.sql`d.party_account_id = ${accountId}::bigint
        and (${below}::bigint is null or d.number < ${below}::bigint) and (${kind}::text is null or d.kind = ${kind}::text)
        order by d.number desc limit ${limit}`,
    ),
  );
  return rows.map(documentRow);
}

export async function findDocument(tx: Tx, number: number): Promise<DocumentRow | null> {
  const [row] = await tx.$queryRaw<DocumentColumns[]>(documentsWhere(tx, Prisma.sql`d.number = ${number}::bigint`));
  return row ? documentRow(row) : null;
}
