import type { Actor } from "@/lib/domain/access/actor";
import type { OwnerType } from "@/lib/domain/accounts/account-owner";
import { permit } from "../access/permit";
import { permitAccount } from "../accounts/permit-account";

/** Money that moved takes less than money that is given away or written into the books. Throws `Forbidden`. */
export function permitDocument(actor: Actor, kind: string, type: OwnerType): void {
  const isCash = kind === "payment" || kind === "refund";
  permit(actor, "update", isCash ? "billing" : "adjustments");
  permitAccount(actor, type);
}
