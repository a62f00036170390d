import type { Role } from "@/lib/domain/access/roles";

type Texts = readonly [string, ...string[]];

/** How a side of a call usually comes to be converted. Seconds are connected ones. */
export type Habit =
  | { readonly by: "duration"; readonly longerThanSeconds: number }
  | { readonly by: "rule"; readonly token: string; readonly equals: string; readonly amountMinor?: bigint }
  | { readonly by: "voice_agent" }
  | { readonly by: "webhook" | "secure_api" | "api"; readonly afterMinutes: number }
  /** On the next day: somebody goes through the calls, or a list arrives in the evening. */
  | { readonly by: "manual" | "import" };

export type PayoutPlan =
  | { readonly amountMinor: bigint }
  | { readonly percentBasisPoints: number; readonly minimumMinor?: bigint; readonly maximumMinor?: bigint };

export type OfferPlan = {
  readonly name: string;
  /** The share of calls, against the other offers'. */
  readonly weight: number;
  readonly payout: PayoutPlan;
  readonly payoutOf?: readonly { readonly source: string; readonly payout: PayoutPlan }[];
  readonly newPayout?: { readonly daysAgo: number; readonly payout: PayoutPlan };
  readonly habit: Habit | { readonly by: "follows_buyer" };
  /** Who takes its calls, the first the most. */
  readonly buyers: Texts;
  readonly tokens: { readonly service: Texts; readonly detail: string; readonly details: Texts };
};

export type BuyerPlan = {
  readonly name: string;
  readonly priceMinor: bigint;
  readonly priceOf?: readonly { readonly offer: string; readonly priceMinor: bigint }[];
  readonly newPrice?: { readonly daysAgo: number; readonly priceMinor: bigint };
  readonly habit: Habit;
};

export type SourcePlan = { readonly name: string; readonly weight: number; readonly medium: string };

export type MemberPlan = { readonly role: Role; readonly name: string; readonly email: string };

/** A company as it is invented. All names, numbers and places of business are made up. */
export type NetworkPlan = {
  readonly name: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly days: number;
  readonly callsADay: number;
  /** Begins the numbers under which its switch knows its calls. */
  readonly prefix: string;
  readonly areas: readonly [Area, ...Area[]];
  readonly offers: readonly OfferPlan[];
  readonly buyers: readonly BuyerPlan[];
  readonly sources: readonly SourcePlan[];
  readonly members: readonly MemberPlan[];
  readonly apiKey: string;
  readonly secureToken: string;
};

export type Area = { readonly code: string; readonly state: string; readonly postcodes: Texts };
