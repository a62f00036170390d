import type { Side, SideState } from "@/lib/call/domain/call-state";
import type { Command } from "./command";
import type { BatchContext } from "./context";
import type { DecisionContext } from "./decide";
import type { Evaluations } from "./evaluations";
import type { SideVerdict } from "./verdict";
import type { WorkingCall } from "./working-calls";

/**
 * The context of a command on this call. `recorded` collects the sides whose verdict was used; they are saved with the
 * change.
 */
export function decisionContext(
  context: BatchContext,
  evaluations: Evaluations,
  call: WorkingCall,
  command: Command,
  recorded?: Set<Side>,
): DecisionContext {
  const offer = context.settings.inForce("offer", call.state.offerId, call.state.startedAt);
  const converts = command.kind === "evaluate" || command.kind === "returnToAutomatic";
  return {
    ...context,
    offerFollowsBuyer: offer?.followsBuyer ?? false,
    isStartMoved: call.state.startedAt.getTime() !== call.loaded.state.startedAt.getTime(),
    verdictOn: (side, state) => {
      if (call.loaded.isErased) return lastVerdict(state[side], side);
      const evaluated = converts ? evaluations.verdictOn(call, side, state) : evaluations.amountOn(call, side, state);
      if (recorded && evaluated && (converts || evaluated.verdict?.amountMinor !== undefined)) {
        recorded.add(side);
        evaluations.keep(call, side, evaluated);
      }
      return evaluated?.verdict ?? null;
    },
  };
}

/** The last verdict of an erased call: the price stays although the facts are erased. */
function lastVerdict({ amountFrom, amountMinor, decision }: SideState, side: Side): SideVerdict | null {
  if (amountFrom !== "rule") return null;
  return { side, mechanism: "rule", amountMinor, ...(decision?.ruleId != null && { ruleId: decision.ruleId }) };
}
