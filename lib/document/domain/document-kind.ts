import type { OwnerType } from "@/lib/party/domain/account-owner";

/** Kinds that people record. Only statements post `tax`. */
export const RECORDED_KINDS = ["payment", "refund", "adjustment", "write_off", "opening_balance"] as const;
export type RecordedKind = (typeof RECORDED_KINDS)[number];

/** Whether a document raises or lowers the balance: what a buyer owes, or a traffic source has earned. */
export type Direction = "increase" | "decrease";

/** Accounts an adjustment may be posted against; `tax` corrects billed tax. */
export const ADJUSTED_ACCOUNTS = ["adjustments", "tax"] as const;
export type AdjustedAccount = (typeof ADJUSTED_ACCOUNTS)[number];

export type OtherAccount = "cash_clearing" | "bad_debt" | "opening_balances" | AdjustedAccount;

type Rule = {
  readonly against: OtherAccount;
  readonly direction: Readonly<Record<OwnerType, Direction>> | "requested";
};

const RULES: Readonly<Record<RecordedKind, Rule>> = {
  payment: { against: "cash_clearing", direction: { buyer: "decrease", traffic_source: "decrease" } },
  refund: { against: "cash_clearing", direction: { buyer: "increase", traffic_source: "increase" } },
  adjustment: { against: "adjustments", direction: "requested" },
  // A write-off gives up an amount owed to the company; a traffic source owes it if its balance is negative.
  write_off: { against: "bad_debt", direction: { buyer: "decrease", traffic_source: "increase" } },
  opening_balance: { against: "opening_balances", direction: "requested" },
};

/** Whether the kind needs a requested direction. */
export function takesDirection(kind: RecordedKind): boolean {
  return RULES[kind].direction === "requested";
}

/** Null if the kind needs a direction and none was requested. */
export function directionOf(kind: RecordedKind, party: OwnerType, requested?: Direction): Direction | null {
  const { direction } = RULES[kind];
  return direction === "requested" ? (requested ?? null) : direction[party];
}

export type Accounts = { readonly debit: "party" | OtherAccount; readonly credit: "party" | OtherAccount };

/** A buyer's balance is a debit of its receivable; a traffic source's balance is a credit of its payable. */
export function accountsOf(
  kind: RecordedKind,
  party: OwnerType,
  direction: Direction,
  adjusted?: AdjustedAccount,
): Accounts {
  const against = (kind === "adjustment" && adjusted) || RULES[kind].against;
  const debitsParty = (party === "buyer") === (direction === "increase");
  return debitsParty ? { debit: "party", credit: against } : { debit: against, credit: "party" };
}

/**
 * Kinds that settle statements. All others, including adjustments, opening balances and taxes, are lines of statements.
 */
export const SETTLING_KINDS = ["payment", "refund", "write_off"] as const;

export function isSettling(kind: string): boolean {
  return (SETTLING_KINDS as readonly string[]).includes(kind);
}

export const REVERSAL = "_reversal";

/** `payment_reversal` → `payment`; other kinds are unchanged. */
export function withoutReversal(kind: string): string {
  return kind.endsWith(REVERSAL) ? kind.slice(0, -REVERSAL.length) : kind;
}
