import type { NewCall } from "@/lib/call/contract/call";
import type { ConversionRequest } from "@/lib/conversion/domain/request";
import type { Segment } from "@/lib/evaluation/domain/evaluation-facts";

/** Something that somebody says or finds out about a call, and when. */
export type Requested = Omit<ConversionRequest, "call"> & { readonly at: Date };

/** What a buyer's system posts to the buyer's own address. */
export type Posted = { readonly at: Date; readonly buyerId: number; readonly body: Readonly<Record<string, unknown>> };

export type Occurrence = Requested | Posted;

export type PlannedCall = {
  readonly call: NewCall & { readonly external_id: string; readonly started_at: Date };
  /** What a voice agent wrote down, sent when the call is over. */
  readonly transcript?: readonly Segment[];
  readonly occurrences: readonly Occurrence[];
  /** Set on calls that the demo points at. */
  readonly about?: string;
};
