import type { Document } from "@/lib/contracts/documents";
import { readInCompany } from "@/lib/platform/sql/in-company";
import { permit } from "../access/permit";
import { permitAccount } from "../accounts/permit-account";
import type { Context } from "../context";
import { presentDocument } from "./present-document";

/** Throws `Forbidden` and `NotFound`. */
export async function getDocument(ctx: Context, number: number): Promise<Document> {
  permit(ctx.actor, "read", "billing");
  const document = await readInCompany(ctx.company.id, (tx) => presentDocument(tx, ctx.company, number));
  permitAccount(ctx.actor, document.party.type);
  return document;
}
