import type { Side } from "@/lib/call/domain/call-state";
import type { AutomaticMechanism } from "@/lib/call/domain/mechanism";

/** The verdict on one side: the first mechanism that holds, and the amount of its rule in minor units. */
export type SideVerdict = {
  readonly side: Side;
  readonly mechanism: AutomaticMechanism;
  readonly ruleId?: number;
  readonly amountMinor?: bigint;
};
