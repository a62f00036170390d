import type { Side } from "./call-state";
import type { AutomaticMechanism, StatementMechanism } from "./mechanism";

/** What a statement says of one side; what it leaves out stays as it is. Amount in minor units. */
export type SideStatement = {
  readonly converted?: boolean;
  readonly amountMinor?: bigint;
  readonly partyId?: number;
};

/** Somebody says how a call stands. */
export type Statement = {
  readonly kind: "statement";
  readonly mechanism: StatementMechanism;
  readonly buyer?: SideStatement;
  readonly offer?: SideStatement;
  readonly eventId?: string;
  readonly occurredAt?: Date;
};

/** An automatic mechanism holds: the side converts unless somebody said otherwise. */
export type SideVerdict = {
  readonly side: Side;
  readonly mechanism: AutomaticMechanism;
  readonly ruleId?: number;
  readonly amountMinor?: bigint;
};

/** What the facts say of one side, or of both at once. */
export type Verdict = SideVerdict & { readonly kind: "verdict"; readonly also?: SideVerdict };

/** Withdraw what was said about a side, and its lock; the stated amount too, unless whoever asks may not touch amounts. */
export type ReturnToAutomatic = {
  readonly kind: "automatic";
  readonly side: Side;
  readonly keepsAmount?: boolean;
  /** What the facts alone say; the side is not converted where they say nothing. */
  readonly verdict?: SideVerdict | undefined;
};

/** Hold a side against statements from outside, or let them through again. */
export type Lock = { readonly kind: "lock"; readonly side: Side; readonly locked: boolean };

/** Somebody agrees that what the facts once decided falls, since they bear it out no more. The side stays open to them. */
export type Fall = { readonly kind: "fall"; readonly side: Side };

export type Wish = Statement | Verdict | ReturnToAutomatic | Lock | Fall;
