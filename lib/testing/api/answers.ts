import type { Call, CallList, ConversionAnswer } from "@/lib/contracts/calls";
import type { Cap } from "@/lib/contracts/caps";
import type { Change } from "@/lib/contracts/changes";
import type { EvaluationList } from "@/lib/contracts/evaluations";
import type { BuyerPostAnswer } from "@/lib/contracts/hooks";
import type { InboxItem, SettledItem } from "@/lib/contracts/inbox";
import type { IntakeResult } from "@/lib/contracts/intake";
import type { EvaluatedPast, Simulation } from "@/lib/contracts/simulation";

export type {
  BuyerPostAnswer,
  Call,
  CallList,
  Cap,
  Change,
  ConversionAnswer,
  EvaluatedPast,
  EvaluationList,
  InboxItem,
  IntakeResult,
  SettledItem,
  Simulation,
};

type Who = { readonly type: string; readonly name: string };
type NamedRule = { readonly id: number; readonly name: string };

/** A change with the rules and evaluations that it recorded, side by side. */
export type RecordedChange = Change & {
  readonly buyer_rule?: NamedRule | null;
  readonly offer_rule?: NamedRule | null;
  readonly buyer_evaluation?: number | null;
  readonly offer_evaluation?: number | null;
};

/** One token that somebody set, beside the changes of a call. */
export type TokenChange = {
  readonly changed_at: string;
  readonly actor: Who;
  readonly mechanism: string;
  readonly name: string;
  readonly from: string | null;
  readonly to: string | null;
};

export type History = { readonly changes: readonly RecordedChange[]; readonly token_changes: readonly TokenChange[] };
