import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { permitAccount } from "@/lib/ledger/permit-account";
import { readInCompany } from "@/lib/platform/sql/in-company";
import type { Document } from "./contract";
import { presentDocument } from "./present-document";

/** Throws `Forbidden` or `NotFound`. */
export async function getDocument(ctx: Context, number: number): Promise<Document> {
  permit(ctx.actor, "read", "billing");
  const document = await readInCompany(ctx.company.id, (tx) => presentDocument(tx, ctx.company, number));
  permitAccount(ctx.actor, document.party.type);
  return document;
}
