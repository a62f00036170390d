import type { Call, ConversionAnswer } from "@/lib/call/contract/call";
import type { CallList as AnyCallList } from "@/lib/call/contract/call-list";
import type { Change } from "@/lib/call/contract/change";
import type { EvaluationList } from "@/lib/evaluation/contract";
import type { IntakeResult } from "@/lib/inbound/contract/ingest";
import type { BuyerPostAnswer } from "@/lib/inbound/contract/webhook";
import type { InboxItem, ResolvedItem } from "@/lib/inbox/contract";
import type { EvaluatedPast, Simulation } from "@/lib/simulation/contract";

export type {
  BuyerPostAnswer,
  Call,
  ConversionAnswer,
  EvaluatedPast,
  EvaluationList,
  InboxItem,
  IntakeResult,
  ResolvedItem,
  Simulation,
};

type Who = { readonly type: string; readonly name: string };
type NamedRule = { readonly id: number; readonly name: string };

/** A change with the rules and evaluations that it recorded. */
type RecordedChange = Change & {
  readonly buyer_rule?: NamedRule | null;
  readonly offer_rule?: NamedRule | null;
  readonly buyer_evaluation?: number | null;
  readonly offer_evaluation?: number | null;
};

/** A token that an actor set, in the history of a call. */
type TokenChange = {
  readonly changed_at: string;
  readonly actor: Who;
  readonly mechanism: string;
  readonly name: string;
  readonly from: string | null;
  readonly to: string | null;
};

export type History = { readonly changes: readonly RecordedChange[]; readonly token_changes: readonly TokenChange[] };

/** Without `fields`, calls have all of them. */
export type CallList = AnyCallList & { readonly calls: readonly Call[] };
