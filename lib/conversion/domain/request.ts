import type { Actor } from "@/lib/access/domain/actor";
import { type DomainError, Invalid, NotFound } from "@/lib/base/errors";
import type { CallRef } from "@/lib/call/domain/call-ref";
import type { Side } from "@/lib/call/domain/call-state";
import type { Command } from "./command";

/** Conditions on the calls that the sender may reach. They are checked again under the lock. */
export type Match = {
  /** The call belongs to this buyer. */
  readonly buyerId?: number;
  /** The call is for this offer. */
  readonly offerId?: number;
  /** The call comes from this traffic source, or its traffic source is unknown. */
  readonly trafficSourceId?: number;
  /** Hexadecimal caller hashes, one for each way of writing the number, when the sender named no uuid. */
  readonly callerHashes?: readonly string[];
  /** The call started in this range, both ends included. */
  readonly from?: Date;
  readonly until?: Date;
};

/** A command for one call, with its actor. */
export type ConversionRequest = {
  readonly call: CallRef;
  readonly actor: Actor;
  readonly command: Command;
  /** Rejected as stale if the call is at another version. */
  readonly expectedVersion?: number;
  readonly reason?: string;
  readonly match?: Match;
  /** What arrived, unchanged and without credentials, for the inbox. */
  readonly payload?: Readonly<Record<string, unknown>>;
  /** The payload read as fields of a conversion update; absent if the payload has those fields already. */
  readonly conversionUpdate?: Readonly<Record<string, unknown>>;
};

export type Outcome =
  | { readonly ok: false; readonly error: DomainError }
  | {
      readonly ok: true;
      readonly callId: number;
      /** False if the request changed nothing. */
      readonly changed: boolean;
      /** Sides whose part of the update went to the inbox: locked, outside the limits, or ambiguous. */
      readonly held: readonly Side[];
      /** Sides that a newer update had decided. */
      readonly older: readonly Side[];
      /** The same update was received under this name before. */
      readonly repeated: boolean;
    };

/** The sender may not update this call, or may no longer. */
export class Unmatched extends NotFound {}

/** The settings in force when the call started switch the buyer's webhook off. */
export class WebhookSwitchedOff extends Invalid {
  constructor() {
    super({}, "The buyer's webhook was off in the settings for this call.");
  }
}
