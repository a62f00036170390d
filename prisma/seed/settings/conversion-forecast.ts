import type { Segment } from "@/lib/call/domain/evaluation-facts";
import type { Company } from "@/lib/company/domain/company";
import { askedTokens } from "@/lib/evaluation/domain/asked-tokens";
import { evaluate, type Mechanisms } from "@/lib/evaluation/domain/evaluate";
import { factsOfCall } from "@/lib/evaluation/domain/facts-of-call";
import type { ConversionSettings } from "@/lib/settings/contract/conversion-settings";
import { matchPattern } from "@/lib/settings/match-pattern";
import { mechanismsOf } from "@/lib/settings/mechanisms-of";

type Owner = { readonly buyerId: number } | { readonly offerId: number };
type Version = { readonly from: Date; readonly mechanisms: Mechanisms };

/** The facts of a planned call. */
export type CallToCome = {
  readonly startedAt: Date;
  readonly endedAt: Date;
  readonly durationSeconds: number;
  readonly connectedSeconds: number;
  readonly offerId: number;
  readonly tokens: Readonly<Record<string, string>>;
  readonly transcript: readonly Segment[];
};

/** Predicts automatic conversions, so that a scenario can build on them. */
export class ConversionForecast {
  private readonly versions = new Map<string, Version[]>();

  constructor(private readonly company: Company) {}

  add(owner: Owner, from: Date, settings: ConversionSettings): void {
    const mechanisms = mechanismsOf(settings, this.company.decimals);
    this.versions.set(nameOf(owner), [{ from, mechanisms }, ...(this.versions.get(nameOf(owner)) ?? [])]);
  }

  /** Uses the settings in force at the call's start; ignores earlier calls of the caller. */
  converts(owner: Owner, call: CallToCome): boolean {
    const version = this.versions.get(nameOf(owner))?.find(({ from }) => from <= call.startedAt);
    if (!version) return false;
    const answeredAt = call.connectedSeconds > 0 ? call.startedAt : null;
    const reported = { ...call, answeredAt, caller: null };
    const parties = { offerId: call.offerId, buyerId: null, trafficSourceId: null };
    const facts = factsOfCall(reported, parties, [], askedTokens(version.mechanisms), this.company.timeZone);
    return evaluate(version.mechanisms, facts, matchPattern).converting !== null;
  }
}

function nameOf(owner: Owner): string {
  return "buyerId" in owner ? `buyer ${owner.buyerId}` : `offer ${owner.offerId}`;
}
