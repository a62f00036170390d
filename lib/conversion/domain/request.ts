import type { Actor } from "@/lib/access/domain/actor";
import { type DomainError, Invalid, NotFound } from "@/lib/base/errors";
import type { CallRef } from "@/lib/call/domain/call-ref";
import type { Side } from "@/lib/call/domain/call-state";
import type { Command } from "./command";

/**
 * What a call has to be for a sender to reach it: what was found before the lock is a guess, and is checked again under it.
 */
export type Match = {
  /** It is this buyer's. */
  readonly buyerId?: number;
  /** It is for this offer. */
  readonly offerId?: number;
  /** It comes from this traffic source, or from none that is known. */
  readonly trafficSourceId?: number;
  /** The caller's keyed hash in any way the number may have been written, hexadecimal, where the sender named no uuid. */
  readonly callerHashes?: readonly string[];
  /** The call started within this time, both ends included. */
  readonly from?: Date;
  readonly until?: Date;
};

/** A command for one call, by somebody. */
export type ConversionRequest = {
  readonly call: CallRef;
  readonly actor: Actor;
  readonly command: Command;
  /** Rejected as stale when the call is at another version. */
  readonly expectedVersion?: number;
  readonly reason?: string;
  readonly match?: Match;
  /** What arrived, word for word and without credentials, for the inbox. */
  readonly payload?: Readonly<Record<string, unknown>>;
  /** What was understood of it, in the words of the API; where it is absent, the payload stands in these words. */
  readonly statement?: Readonly<Record<string, unknown>>;
};

export type Outcome =
  | { readonly ok: false; readonly error: DomainError }
  | {
      readonly ok: true;
      readonly callId: number;
      /** False where the request altered nothing. */
      readonly changed: boolean;
      /** Sides whose part of the update waits in the inbox: locked, outside the limits, or ambiguous. */
      readonly held: readonly Side[];
      /** Sides that a newer update had decided. */
      readonly older: readonly Side[];
      /** The same words had come under this name. */
      readonly repeated: boolean;
    };

/** The call is not, or no longer, one that the sender may speak about. */
export class Unmatched extends NotFound {}

/** The settings in force when the call started switch the buyer's webhook off. */
export class WebhookSwitchedOff extends Invalid {
  constructor() {
    super({}, "The buyer's webhook was off in the settings for this call.");
  }
}
