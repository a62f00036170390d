import type { Actor } from "@/lib/access/domain/actor";
import { permit } from "@/lib/access/permit";
import { permitAccount } from "@/lib/ledger/permit-account";
import type { OwnerType } from "@/lib/party/domain/account-owner";

/** Recording money that moved needs fewer permissions than giving money away. Throws `Forbidden`. */
export function permitDocument(actor: Actor, kind: string, type: OwnerType): void {
  const isCash = kind === "payment" || kind === "refund";
  permit(actor, "update", isCash ? "billing" : "adjustments");
  permitAccount(actor, type);
}
