import { may } from "@/lib/access/domain/access";
import type { Actor } from "@/lib/access/domain/actor";
import { permit } from "@/lib/access/permit";
import { permitAccount } from "@/lib/ledger/permit-account";
import type { OwnerType } from "@/lib/party/domain/account-owner";

/** Throws `Forbidden` if the actor may record no kind of document, before anything tells which documents there are. */
export function permitAnyDocument(actor: Actor): void {
  permit(actor, "read", "billing");
  if (!may(actor.access, "update", "adjustments")) permit(actor, "update", "billing");
}

/** Recording money that moved needs fewer permissions than giving money away. Throws `Forbidden`. */
export function permitDocument(actor: Actor, kind: string, type: OwnerType): void {
  const isCash = kind === "payment" || kind === "refund";
  permit(actor, "update", isCash ? "billing" : "adjustments");
  permitAccount(actor, type);
}
