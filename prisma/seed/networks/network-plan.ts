import type { z } from "zod";
import type { Role } from "@/lib/access/domain/roles";
import type { IntegrationProvider } from "@/lib/inbound/contract/integration";
import type { BuyerSettings, OfferSettings } from "@/lib/settings/contract/conversion-settings";

type Texts = readonly [string, ...string[]];

/** Who usually updates a side of a call, and when. Automatic mechanisms are part of the settings. */
export type Habit =
  | { readonly by: "secure_api" | "api"; readonly afterMinutes: number }
  /** Posts to the buyer's webhook; none in the last days for a silent buyer. */
  | { readonly by: "webhook"; readonly afterMinutes: number; readonly silentDays?: number }
  /** On the next day: a person goes through the calls, or a list is imported in the evening. */
  | { readonly by: "manual" | "import" };

export type PayoutPlan =
  | { readonly amountMinor: bigint }
  | { readonly percentBasisPoints: number; readonly minimumMinor?: bigint; readonly maximumMinor?: bigint };

/** A later edit of settings: named fields are replaced. */
export type Edit<Settings> = {
  readonly daysAgo: number;
  readonly by: "owner" | "admin";
  readonly note: string;
  readonly settings?: Partial<Settings>;
};

export type OfferPlan = {
  readonly name: string;
  /** The share of calls relative to other offers. */
  readonly weight: number;
  readonly payout: PayoutPlan;
  readonly payoutOf?: readonly { readonly source: string; readonly payout: PayoutPlan }[];
  readonly habit?: Habit;
  readonly settings: z.input<typeof OfferSettings>;
  readonly edits?: readonly (Edit<z.input<typeof OfferSettings>> & { readonly payout?: PayoutPlan })[];
  /** Buyers of its calls, the first gets the most. */
  readonly buyers: Texts;
  readonly tokens: {
    readonly service: Texts;
    readonly detail: string;
    readonly details: Texts;
    /** The quote given to callers, in whole units of the currency. */
    readonly quote?: { readonly from: number; readonly to: number };
  };
};

export type BuyerPlan = {
  readonly name: string;
  readonly priceMinor: bigint;
  readonly priceOf?: readonly { readonly offer: string; readonly priceMinor: bigint }[];
  readonly habit?: Habit;
  readonly settings: z.input<typeof BuyerSettings>;
  readonly edits?: readonly (Edit<z.input<typeof BuyerSettings>> & { readonly priceMinor?: bigint })[];
  /** A voice agent answers and transcribes its calls. */
  readonly transcribes?: boolean;
};

export type SourcePlan = { readonly name: string; readonly weight: number; readonly medium: string };

/** A phone system or voice agent that posts its calls. */
export type IntegrationPlan = {
  readonly provider: IntegrationProvider;
  readonly name: string;
  readonly offer: string;
  readonly source: string;
  readonly buyer: string;
};

export type MemberPlan = { readonly role: Role; readonly name: string; readonly email: string };

/** One member a role, whose address begins with the role. */
export function membersAt(domain: string, names: Readonly<Record<Role, string>>): MemberPlan[] {
  const roles = Object.keys(names) as Role[];
  return roles.map((role) => ({ role, name: names[role], email: `${role}@${domain}` }));
}

/** An invented company. All names, numbers and places are made up. */
export type NetworkPlan = {
  readonly name: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly days: number;
  readonly callsADay: number;
  /** Prefix of its switch's call ids. */
  readonly prefix: string;
  readonly areas: readonly [Area, ...Area[]];
  readonly offers: readonly OfferPlan[];
  readonly buyers: readonly BuyerPlan[];
  readonly sources: readonly SourcePlan[];
  readonly integrations: readonly IntegrationPlan[];
  readonly members: readonly MemberPlan[];
  readonly apiKey: string;
  readonly secureToken: string;
  readonly samples: SamplesPlan;
};

type Area = { readonly code: string; readonly state: string; readonly postcodes: Texts };

/**
 * Buyers that the sample calls need: two of the first offer, one with limits on its systems, one that pays for a caller
 * once a month.
 */
type SamplesPlan = {
  readonly convertsByFacts: string;
  readonly voiceAgent: string;
  readonly limited: { readonly offer: string; readonly buyer: string };
  readonly onceAMonth: {
    readonly offer: string;
    readonly buyer: string;
    readonly connectedSeconds: number;
    readonly tokens: Record<string, string>;
  };
};
