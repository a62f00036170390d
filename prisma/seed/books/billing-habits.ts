import type { z } from "zod";
import type { BillingProfile } from "@/lib/billing-profile/contract";
import type { OwnerType } from "@/lib/party/domain/account-owner";

type ProfileInput = z.input<typeof BillingProfile>;

/** How a party is billed, and how it pays. */
export type BillingHabit = {
  readonly profile: ProfileInput;
  /** Days from issue to payment; null for parties that have not paid yet. */
  readonly paysAfterDays: number | null;
  /** In percent of what is due. */
  readonly share: bigint;
  /** Its first payment bounces after this many days. */
  readonly bouncesAfterDays?: number;
};

const BUYERS: readonly BillingHabit[] = [
  { profile: { cycle: "weekly", net_days: 7 }, paysAfterDays: 5, share: 100n },
  {
    profile: { cycle: "monthly", net_days: 15, credit: { kind: "limit", amount: "25000.00" } },
    paysAfterDays: 18,
    share: 100n,
  },
  { profile: { cycle: "biweekly", net_days: 10 }, paysAfterDays: 9, share: 60n, bouncesAfterDays: 4 },
  { profile: { cycle: "monthly", net_days: 30 }, paysAfterDays: null, share: 0n },
];

const SOURCES: readonly BillingHabit[] = [
  { profile: { cycle: "weekly", net_days: 7, hold_days: 7, minimum_payment: "50.00" }, paysAfterDays: 7, share: 100n },
  { profile: { cycle: "monthly", net_days: 15, hold_days: 14 }, paysAfterDays: 14, share: 100n },
  { profile: { cycle: "biweekly", net_days: 14 }, paysAfterDays: null, share: 0n },
];

/** Habits are assigned in turn, so that each occurs. */
export function billingHabit(type: OwnerType, position: number): BillingHabit {
  const habits = type === "buyer" ? BUYERS : SOURCES;
  const habit = habits[position % habits.length];
  if (!habit) throw new Error("There are no habits to choose from.");
  return habit;
}

/** An invented postal address in the country of the company's currency. */
export function postalDetails(name: string, currency: string, position: number): ProfileInput {
  const town = currency === "CAD" ? "Toronto, ON M5V 2T6" : "Denver, CO 80202";
  const domain = name
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, "-")
    .replaceAll(/^-|-$/g, "");
  return {
    legal_name: `${name} ${currency === "CAD" ? "Inc." : "LLC"}`,
    address: [`${100 + 7 * position} Elm Street`, town],
    email: `books@${domain}.test`,
  };
}
