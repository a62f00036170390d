import type { Actor } from "@/lib/access/domain/actor";
import { permit } from "@/lib/access/permit";
import { permitAccount } from "@/lib/ledger/permit-account";
import type { OwnerType } from "@/lib/party/domain/account-owner";

/** Money that moved takes less than money that is given away or written into the books. Throws `Forbidden`. */
export function permitDocument(actor: Actor, kind: string, type: OwnerType): void {
  const isCash = kind === "payment" || kind === "refund";
  permit(actor, "update", isCash ? "billing" : "adjustments");
  permitAccount(actor, type);
}
