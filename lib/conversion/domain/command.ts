import type { Side } from "@/lib/call/domain/call-state";
import type { ExplicitMechanism } from "@/lib/call/domain/mechanism";
import type { FactsUpdate } from "./facts-update";

export type Tokens = Readonly<Record<string, string>>;

/** What an update names of one side; what it leaves out stays as it is. Amount in minor units. */
export type SideUpdate = {
  readonly converted?: boolean;
  readonly amountMinor?: bigint;
  readonly partyId?: number;
};

/**
 * By what a sender numbers its updates. An `event_id` names one message; a `reference`, such as a sale number, may carry
 * any number of corrections. `words` is a digest of what the update says.
 */
export type EventName = { readonly kind: "event_id" | "reference"; readonly name: string; readonly words: string };

/** Somebody says how a call stands. Explicit once applied. */
export type Update = {
  readonly kind: "update";
  readonly mechanism: ExplicitMechanism;
  readonly buyer?: SideUpdate;
  readonly offer?: SideUpdate;
  readonly tokens?: Tokens;
  readonly event?: EventName;
  readonly occurredAt?: Date;
};

/** More became known of a call: it is evaluated by that. */
export type AddFacts = { readonly kind: "addFacts"; readonly facts: FactsUpdate };

/** Decide by the facts as they are, and by the settings in force when the call started. */
type Evaluate = { readonly kind: "evaluate" };

/** Withdraws the explicit update of a side, its clock, its amount and the lock, and decides as if none had been. */
type ReturnToAutomatic = {
  readonly kind: "returnToAutomatic";
  readonly side: Side;
  /** The stated amount stays: whoever asks may not touch amounts. */
  readonly keepsAmount?: boolean;
};

/** Holds a side against updates from outside, or lets them through again. */
type Lock = { readonly kind: "lock"; readonly side: Side; readonly locked: boolean };

/** Takes back an automatic conversion that no longer holds. The side stays open to the facts. */
type Revert = { readonly kind: "revert"; readonly side: Side };

/** What goes into the decision, whoever makes it: a screen, a route, a webhook or a job. */
export type Command = Update | AddFacts | Evaluate | ReturnToAutomatic | Lock | Revert;

/** Whether an update names anything to change. */
export function namesNothing({ buyer, offer, tokens }: Update): boolean {
  const isEmpty = (named: object | undefined) => named === undefined || Object.keys(named).length === 0;
  return isEmpty(buyer) && isEmpty(offer) && isEmpty(tokens);
}
