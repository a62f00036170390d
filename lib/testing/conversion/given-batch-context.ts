import { companyId } from "@/lib/base/ids";
import type { Cap } from "@/lib/cap/domain/cap";
import { windowOf } from "@/lib/cap/domain/cap-window";
import { type BatchContext, type LoadedCall, proposalKey } from "@/lib/conversion/domain/context";
import { type Mechanisms, NO_MECHANISMS } from "@/lib/evaluation/domain/evaluate";
import type { Rule } from "@/lib/evaluation/domain/rule";
import { SettingsBook, type SettingsVersion } from "@/lib/settings/domain/settings-book";
import { matchPattern } from "@/lib/settings/match-pattern";
import type { Terms } from "@/lib/terms/domain/terms";
import { givenDecisionContext, givenTerms } from "./given-decision-context";

type Overrides = Partial<Omit<BatchContext, "settings" | "terms" | "proposed" | "events">> & {
  readonly settings?: readonly SettingsVersion[];
  readonly terms?: readonly Terms[];
  readonly proposed?: readonly Parameters<typeof proposalKey>[];
  readonly events?: readonly (readonly [string, readonly string[]])[];
};

/** Buyer 7 pays 10.00 per call, and offer 3 pays 6.00. Everything else is empty. */
const TERMS = [
  givenTerms({ id: 1, side: "buyer", buyerId: 7, amountMinor: 1000n }),
  givenTerms({ id: 2, side: "offer", offerId: 3, amountMinor: 600n }),
];

export function givenBatchContext(overrides: Overrides = {}): BatchContext {
  const { settings = [], terms = TERMS, proposed = [], events = [], caps = [], calls = [], ...others } = overrides;
  return {
    ...givenDecisionContext({ terms }),
    company: { id: companyId(1), name: "Acme Home Services", currency: "USD", decimals: 2, timeZone: "UTC" },
    now: new Date("2026-11-23T17:00:00Z"),
    calls,
    neighbors: [],
    settings: new SettingsBook(settings),
    pricingTokens: { buyer: new Set(), offer: new Set() },
    events: new Map(events),
    caps,
    used: windowsOf(caps, calls),
    stoppedByCaps: [],
    proposed: new Set(proposed.map((key) => proposalKey(...key))),
    waiting: [],
    matchPattern,
    ...others,
  };
}

/** The cap windows in which these calls start, with no usage. */
function windowsOf(caps: readonly Cap[], calls: readonly LoadedCall[]): BatchContext["used"] {
  return caps.flatMap((cap) =>
    calls.map(({ state }) => {
      return { capId: cap.id, start: windowOf(cap.span, cap.timeZone, state.startedAt).start, used: 0n };
    }),
  );
}

type GivenSettings = Partial<Omit<SettingsVersion, "mechanisms">> & { readonly mechanisms?: Partial<Mechanisms> };

/** Settings of buyer 7 without start date, mechanisms and limits. */
export function givenSettingsVersion({ mechanisms, ...version }: GivenSettings = {}): SettingsVersion {
  return {
    ruleSetId: 70,
    side: "buyer",
    ownerId: version.side === "offer" ? 3 : 7,
    validFrom: new Date(0),
    version: 1,
    followsBuyer: false,
    limits: null,
    webhookEnabled: true,
    ...version,
    mechanisms: { ...NO_MECHANISMS, ...mechanisms },
  };
}

/** A rule for calls with the token `sold`, priced by the terms. */
export function givenRule(rule: Partial<Rule> = {}): Rule {
  return {
    id: 1,
    name: "Sold",
    enabled: true,
    condition: { token: "sold", operator: "exists", values: [] },
    hours: null,
    minimumSeconds: null,
    duplicates: null,
    amount: null,
    ...rule,
  };
}

/** A cap of one conversion a day for buyer 7 that stops automatic conversion. */
export function givenCapOf(cap: Partial<Cap> = {}): Cap {
  return {
    ...{ id: 5, side: "buyer", partyId: 7, offerId: null, measure: "conversions", span: "day", limit: 1n },
    ...{ stopsAutomatic: true, timeZone: "UTC" },
    ...cap,
  };
}
