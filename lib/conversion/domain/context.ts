import type { CallFacts } from "@/lib/call/domain/add-facts";
import type { CallState, Side } from "@/lib/call/domain/call-state";
import type { PricingTokens } from "@/lib/call/domain/pricing-tokens";
import type { Cap } from "@/lib/cap/domain/cap";
import type { Used } from "@/lib/cap/domain/cap-counts";
import type { Company } from "@/lib/company/domain/company";
import type { MatchPattern } from "@/lib/evaluation/domain/condition";
import type { TermsBook } from "@/lib/terms/domain/terms";
import type { Accounts } from "./billing";
import type { EventContents } from "./event-names";
import type { Proposal } from "./inbox-item";
import type { ConversionRequest } from "./request";
import type { SettingsBook } from "./settings-book";

/** A call with everything that is known of it. */
export type LoadedCall = {
  readonly uuid: string;
  readonly callerMasked: string | null;
  /** Hexadecimal; null for anonymous callers. */
  readonly callerHash: string | null;
  readonly state: CallState;
  readonly facts: CallFacts;
  /** What persons left on it is erased: the facts cannot be asked any more. */
  readonly isErased: boolean;
};

/** An update that came before its call, or before the call was its buyer's. */
export type WaitingUpdate = {
  readonly inboxId: number;
  /** The calls of this context that it may mean. */
  readonly callIds: readonly number[];
  /** It fits other calls too: which is meant is for a person to say. */
  readonly fitsOthers: boolean;
  readonly request: Omit<ConversionRequest, "call">;
};

/** A call that a cap kept from converting by itself, oldest first. */
export type StoppedCall = { readonly capId: number; readonly windowStart: Date; readonly call: LoadedCall };

/** Everything that a batch of commands is decided on, read under the locks of the transaction that writes the plan. */
export type BatchContext = Accounts & {
  readonly company: Company;
  readonly now: Date;
  /** Locked. */
  readonly calls: readonly LoadedCall[];
  /** Other calls of the same callers, which the callers' locks keep as they are. */
  readonly neighbors: readonly LoadedCall[];
  readonly terms: TermsBook;
  readonly settings: SettingsBook;
  readonly pricingTokens: PricingTokens;
  /** Names of updates and the words that came under them, by `eventKey`. */
  readonly events: ReadonlyMap<string, EventContents>;
  readonly caps: readonly Cap[];
  readonly used: readonly Used[];
  readonly stoppedByCaps: readonly StoppedCall[];
  /** Proposals that wait in the inbox, by `proposalKey`. */
  readonly proposed: ReadonlySet<string>;
  readonly waiting: readonly WaitingUpdate[];
  readonly matchPattern: MatchPattern;
};

export function proposalKey(callId: number, side: Side, reason: Proposal): string {
  return `${callId} ${side} ${reason}`;
}
