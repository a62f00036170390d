import type { CallFacts } from "@/lib/call/domain/add-facts";
import type { CallState, Side } from "@/lib/call/domain/call-state";
import type { PricingTokens } from "@/lib/call/domain/pricing-tokens";
import type { Cap } from "@/lib/cap/domain/cap";
import type { Used } from "@/lib/cap/domain/cap-counts";
import type { Company } from "@/lib/company/domain/company";
import type { MatchPattern } from "@/lib/evaluation/domain/condition";
import type { SettingsBook } from "@/lib/settings/domain/settings-book";
import type { TermsBook } from "@/lib/terms/domain/terms";
import type { Accounts } from "./billing";
import type { EventContents } from "./event-names";
import type { Proposal } from "./inbox-item";
import type { ConversionRequest } from "./request";

/** A call with all its facts. */
export type LoadedCall = {
  readonly uuid: string;
  readonly callerMasked: string | null;
  /** Hexadecimal; null for anonymous callers. */
  readonly callerHash: string | null;
  readonly state: CallState;
  readonly facts: CallFacts;
  /** The personal values of the call are erased, so it cannot be evaluated any more. */
  readonly isErased: boolean;
};

/** An update that arrived before its call, or before the call was its buyer's. */
export type WaitingUpdate = {
  readonly inboxId: number;
  /** Calls of this context that the update may be about. */
  readonly callIds: readonly number[];
  /** Other calls match too, so a person has to choose. */
  readonly fitsOthers: boolean;
  readonly request: Omit<ConversionRequest, "call">;
};

/** A call that a cap stopped from converting automatically, oldest first. */
export type StoppedCall = { readonly capId: number; readonly windowStart: Date; readonly call: LoadedCall };

/** Everything that a batch of commands is decided on, read under the locks of the transaction that writes the plan. */
export type BatchContext = Accounts & {
  readonly company: Company;
  readonly now: Date;
  /** These calls are locked. */
  readonly calls: readonly LoadedCall[];
  /** Other calls of the same callers. The callers' locks keep them unchanged. */
  readonly neighbors: readonly LoadedCall[];
  readonly terms: TermsBook;
  readonly settings: SettingsBook;
  readonly pricingTokens: PricingTokens;
  /** Contents received under each event name, by `eventKey`. */
  readonly events: ReadonlyMap<string, EventContents>;
  readonly caps: readonly Cap[];
  readonly used: readonly Used[];
  readonly stoppedByCaps: readonly StoppedCall[];
  /** Open proposals in the inbox, by `proposalKey`. */
  readonly proposed: ReadonlySet<string>;
  readonly waiting: readonly WaitingUpdate[];
  readonly matchPattern: MatchPattern;
};

export function proposalKey(callId: number, side: Side, reason: Proposal): string {
  return `${callId} ${side} ${reason}`;
}
