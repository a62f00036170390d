import type { ConversionSettings } from "@/lib/contracts/conversion-settings";
import { matchPattern } from "@/lib/conversion/match-pattern";
import { mechanismsOf } from "@/lib/conversion/mechanisms-of";
import type { Company } from "@/lib/domain/company/company";
import { askedTokens } from "@/lib/domain/evaluation/asked-tokens";
import type { Segment } from "@/lib/domain/evaluation/call-facts";
import { evaluate, type Mechanisms } from "@/lib/domain/evaluation/evaluate";
import { factsOfCall } from "@/lib/domain/evaluation/facts-of-call";

type Owner = { readonly buyerId: number } | { readonly offerId: number };
type Version = { readonly from: Date; readonly mechanisms: Mechanisms };

/** What a planned call will bring. */
export type CallToCome = {
  readonly startedAt: Date;
  readonly endedAt: Date;
  readonly durationSeconds: number;
  readonly connectedSeconds: number;
  readonly offerId: number;
  readonly tokens: Readonly<Record<string, string>>;
  readonly transcript: readonly Segment[];
};

/** Tells beforehand what calls will convert by themselves, so that a story can go on from there. */
export class ConversionForecast {
  private readonly versions = new Map<string, Version[]>();

  constructor(private readonly company: Company) {}

  add(owner: Owner, from: Date, settings: ConversionSettings): void {
    const mechanisms = mechanismsOf(settings, this.company.decimals);
    this.versions.set(nameOf(owner), [{ from, mechanisms }, ...(this.versions.get(nameOf(owner)) ?? [])]);
  }

  /** By the settings in force when the call starts; earlier calls of the same caller are left out of account. */
  converts(owner: Owner, call: CallToCome): boolean {
    const version = this.versions.get(nameOf(owner))?.find(({ from }) => from <= call.startedAt);
    if (!version) return false;
    const answeredAt = call.connectedSeconds > 0 ? call.startedAt : null;
    const known = { ...call, answeredAt, caller: null };
    const parties = { offerId: call.offerId, buyerId: null, trafficSourceId: null };
    const facts = factsOfCall(known, parties, [], askedTokens(version.mechanisms), this.company.timeZone);
    return evaluate(version.mechanisms, facts, matchPattern).converting !== null;
  }
}

function nameOf(owner: Owner): string {
  return "buyerId" in owner ? `buyer ${owner.buyerId}` : `offer ${owner.offerId}`;
}
