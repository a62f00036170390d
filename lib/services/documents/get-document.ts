import type { Document } from "@/lib/contracts/documents";
import { inCompany } from "@/lib/db/in-company";
import { permit } from "../access/permit";
import { permitAccount } from "../accounts/permit-account";
import type { Context } from "../context";
import { presentDocument } from "./present-document";

/** Throws `Forbidden` and `NotFound`. */
export async function getDocument(ctx: Context, number: number): Promise<Document> {
  permit(ctx.actor, "read", "billing");
  const document = await inCompany(ctx.company.id, (tx) => presentDocument(tx, ctx.company, number));
  permitAccount(ctx.actor, document.party.type);
  return document;
}
