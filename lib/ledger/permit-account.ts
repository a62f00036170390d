import { may } from "@/lib/access/domain/access";
import type { Actor } from "@/lib/access/domain/actor";
import { permit } from "@/lib/access/permit";
import type { OwnerType } from "@/lib/party/domain/account-owner";

const FIELD = { buyer: "call.revenue", traffic_source: "call.payout" } as const;

/**
 * Amounts of accounts are also revenue or payout of calls, so reading them needs both permissions. Throws `Forbidden`.
 */
export function permitAccount(actor: Actor, type: OwnerType): void {
  permit(actor, "read", "billing");
  permit(actor, "read", FIELD[type]);
}

/** Whether the actor may see amounts of accounts of this type. */
export function seesAccounts({ access }: Actor, type: OwnerType): boolean {
  return may(access, "read", "billing") && may(access, "read", FIELD[type]);
}
