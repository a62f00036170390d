import type { Side, SideState } from "@/lib/call/domain/call-state";
import type { ExplicitMechanism } from "@/lib/call/domain/mechanism";
import type { FactsUpdate } from "./facts-update";

export type Tokens = Readonly<Record<string, string>>;

/** What an update sets on one side; absent fields are unchanged. Amounts in minor units. */
export type SideUpdate = {
  readonly converted?: boolean;
  readonly amountMinor?: bigint;
  /** Added to the amount that stands; excludes `amountMinor`. */
  readonly addMinor?: bigint;
  readonly partyId?: number;
};

/**
 * The sender's own name for an update. An `event_id` identifies one message; a `reference`, such as a sale number, may
 * have any number of corrections. `content` is a digest of the update.
 */
export type EventName = { readonly kind: "event_id" | "reference"; readonly name: string; readonly content: string };

/** An explicit update of a call. */
export type Update = {
  readonly kind: "update";
  readonly mechanism: ExplicitMechanism;
  readonly buyer?: SideUpdate;
  readonly offer?: SideUpdate;
  readonly tokens?: Tokens;
  readonly event?: EventName;
  readonly occurredAt?: Date;
};

/** New facts about a call. The call is evaluated. */
export type AddFacts = { readonly kind: "addFacts"; readonly facts: FactsUpdate };

/** Evaluates the call by its current facts and the settings in force at its start. */
type Evaluate = { readonly kind: "evaluate" };

/** Withdraws the explicit update of a side with its time, amount and lock, and decides by the facts alone. */
type ReturnToAutomatic = {
  readonly kind: "returnToAutomatic";
  readonly side: Side;
  /** Keeps the stated amount, because the actor may not change amounts. */
  readonly keepsAmount?: boolean;
};

/** Locks a side against updates from outside, or unlocks it. */
type Lock = { readonly kind: "lock"; readonly side: Side; readonly locked: boolean };

/** Reverts an automatic conversion that no longer holds. Later facts may still convert the side. */
type Revert = { readonly kind: "revert"; readonly side: Side };

/** Puts both sides back as they stood before a batch. No fact is asked. */
export type Restore = {
  readonly kind: "restore";
  readonly buyer: SideState;
  readonly offer: SideState;
  readonly payoutTermsId: number | null;
  readonly mechanism: ExplicitMechanism;
};

/** Every input of the decision, from a screen, route, webhook or job. */
export type Command = Update | AddFacts | Evaluate | ReturnToAutomatic | Lock | Revert | Restore;

/** Whether an update changes nothing. */
export function namesNothing({ buyer, offer, tokens }: Update): boolean {
  const isEmpty = (named: object | undefined) => named === undefined || Object.keys(named).length === 0;
  return isEmpty(buyer) && isEmpty(offer) && isEmpty(tokens);
}
