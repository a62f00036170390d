import type { Wish } from "@/lib/conversion/domain/command";
import type { Actor } from "@/lib/domain/access/actor";
import type { Side } from "@/lib/domain/call/call-state";
import type { DomainError } from "@/lib/domain/errors";

/** A call by its number or its uuid. */
export type CallRef = { readonly id: number } | { readonly uuid: string };

/** What every door makes: a wish for one call, by somebody. */
export type ConversionRequest = {
  readonly call: CallRef;
  readonly actor: Actor;
  readonly wish: Wish;
  /** Refused as stale when the call is at another version. */
  readonly expectedVersion?: number;
  readonly reason?: string;
  readonly tokens?: Readonly<Record<string, string>>;
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
      /** Sides that are locked: their part of the statement waits in the inbox. */
      readonly held: readonly Side[];
      /** Sides that a newer statement had spoken about. */
      readonly older: readonly Side[];
      /** This event had been received before. */
      readonly repeated: boolean;
    };
