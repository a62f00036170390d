import type { Tx } from "@/lib/platform/sql/in-company";

export type KnownRequest = { readonly number: number; readonly revision: number; readonly digest: Uint8Array | null };

/** The document that a request with this id recorded or reversed. */
export async function findRequest(tx: Tx, requestId: string): Promise<KnownRequest | null> {
  const row = await tx.document.findFirst({
    where: { companyId: tx.company, requestId },
    select: { number: true, revision: true, requestDigest: true },
  });
  return row && { number: Number(row.number), revision: row.revision, digest: row.requestDigest };
}
