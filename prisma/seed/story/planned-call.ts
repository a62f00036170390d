import type { NewCall } from "@/lib/call/contract/call";
import type { Segment } from "@/lib/call/domain/evaluation-facts";
import type { ConversionRequest } from "@/lib/conversion/domain/request";

/** A request about a call, and its time. */
export type Requested = Omit<ConversionRequest, "call"> & { readonly at: Date };

/** A post of a buyer's system to its webhook. */
export type Posted = { readonly at: Date; readonly buyerId: number; readonly body: Readonly<Record<string, unknown>> };

export type Occurrence = Requested | Posted;

export type PlannedCall = {
  readonly call: NewCall & { readonly external_id: string; readonly started_at: Date };
  /** The voice agent's transcript, sent after the call. */
  readonly transcript?: readonly Segment[];
  readonly occurrences: readonly Occurrence[];
  /** Set on the sample calls. */
  readonly about?: string;
};
