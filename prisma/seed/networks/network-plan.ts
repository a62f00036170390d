import type { z } from "zod";
import type { Role } from "@/lib/access/domain/roles";
import type { SourceProvider } from "@/lib/inbound/contract/integration";
import type { BuyerSettings, OfferSettings } from "@/lib/settings/contract/conversion-settings";

type Texts = readonly [string, ...string[]];

/** Who usually says how a side of a call came out, and when. What converts by itself stands in the settings. */
export type Habit =
  | { readonly by: "secure_api" | "api"; readonly afterMinutes: number }
  /** Posted to the buyer's own address; nothing any more in the last so many days where its system fell silent. */
  | { readonly by: "webhook"; readonly afterMinutes: number; readonly silentDays?: number }
  /** On the next day: somebody goes through the calls, or a list arrives in the evening. */
  | { readonly by: "manual" | "import" };

export type PayoutPlan =
  | { readonly amountMinor: bigint }
  | { readonly percentBasisPoints: number; readonly minimumMinor?: bigint; readonly maximumMinor?: bigint };

/** A later edit of conversion settings: what it names takes the place of what stood there before. */
export type Edit<Settings> = {
  readonly daysAgo: number;
  readonly by: "owner" | "admin";
  readonly note: string;
  readonly settings?: Partial<Settings>;
};

export type OfferPlan = {
  readonly name: string;
  /** The share of calls, against the other offers'. */
  readonly weight: number;
  readonly payout: PayoutPlan;
  readonly payoutOf?: readonly { readonly source: string; readonly payout: PayoutPlan }[];
  readonly habit?: Habit;
  readonly settings: z.input<typeof OfferSettings>;
  readonly edits?: readonly (Edit<z.input<typeof OfferSettings>> & { readonly payout?: PayoutPlan })[];
  /** Who takes its calls, the first the most. */
  readonly buyers: Texts;
  readonly tokens: {
    readonly service: Texts;
    readonly detail: string;
    readonly details: Texts;
    /** What is quoted to callers, in whole units of the currency. */
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
  /** A voice agent answers for it, and writes down what is said. */
  readonly transcribes?: boolean;
};

export type SourcePlan = { readonly name: string; readonly weight: number; readonly medium: string };

/** A phone system or voice agent that posts its calls by itself. */
export type IntegrationPlan = {
  readonly provider: SourceProvider;
  readonly name: string;
  readonly offer: string;
  readonly source: string;
  readonly buyer: string;
};

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
  readonly integrations: readonly IntegrationPlan[];
  readonly members: readonly MemberPlan[];
  readonly apiKey: string;
  readonly secureToken: string;
  readonly samples: SamplesPlan;
};

type Area = { readonly code: string; readonly state: string; readonly postcodes: Texts };

/** Whom the sample calls need: two buyers of the first offer, one whose systems have limits, one who pays for a caller once a month. */
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
