import type { Verdict } from "@/lib/conversion/domain/command";
import { applyConversions } from "@/lib/services/conversion/apply-conversions";
import type { GivenContext } from "./factories/given-company";

/** An automatic mechanism holds for a call: the buyer's rule, unless told otherwise. Answers whether that changed anything. */
export async function givenVerdict(
  ctx: GivenContext,
  callId: number,
  verdict: Partial<Omit<Verdict, "kind">> = {},
): Promise<boolean> {
  const wish = { kind: "verdict", side: "buyer", mechanism: "rule", ...verdict } as const;
  const [outcome] = await applyConversions(ctx, [{ call: { id: callId }, actor: ctx.actor, wish }]);
  if (!outcome?.ok) throw outcome?.error ?? new Error("no outcome");
  return outcome.changed;
}
