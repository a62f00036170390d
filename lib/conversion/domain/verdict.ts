import type { Side } from "@/lib/domain/call/call-state";
import type { AutomaticMechanism } from "@/lib/domain/call/mechanism";

/** What the facts say of one side: the first mechanism that holds, and the amount of its rule in minor units. */
export type SideVerdict = {
  readonly side: Side;
  readonly mechanism: AutomaticMechanism;
  readonly ruleId?: number;
  readonly amountMinor?: bigint;
};
