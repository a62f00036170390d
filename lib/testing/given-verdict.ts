import { convertAll } from "@/lib/conversion/convert";
import type { SideVerdict } from "@/lib/conversion/domain/verdict";
import { getCall } from "@/lib/conversion/get-call";
import type { GivenContext } from "./factories/given-company";
import { givenTokenSettings, verdictTokens } from "./factories/given-token-settings";

type GivenVerdict = Partial<SideVerdict> & {
  /** The verdict on the other side at the same time. */
  readonly also?: Partial<SideVerdict>;
};

/**
 * Gives the call this verdict from now on, by default through the buyer's first rule. Returns whether the call changed.
 */
export async function givenVerdict(
  ctx: GivenContext,
  id: number,
  { also, ...first }: GivenVerdict = {},
): Promise<boolean> {
  const { buyer, offer } = await getCall(ctx, { id });
  const verdicts = [first, ...(also ? [also] : [])].map(
    (verdict): SideVerdict => ({ side: "buyer", mechanism: "rule", ...verdict }),
  );
  for (const { side, mechanism } of verdicts) {
    const ownerId = side === "buyer" ? buyer?.id : offer.id;
    if (ownerId === undefined) throw new Error(`call ${id} has no buyer whose settings could give a verdict`);
    await givenTokenSettings(ctx, { side, id: ownerId }, mechanism === "duration");
  }
  const tokens = Object.assign({}, ...verdicts.map((verdict) => verdictTokens(ctx.company, verdict)));
  const outcomes = await convertAll(
    ctx,
    ([{ kind: "update", mechanism: "import", tokens }, { kind: "evaluate" }] as const).map((command) => {
      return { call: { id }, actor: ctx.actor, command };
    }),
  );
  for (const outcome of outcomes) if (!outcome.ok) throw outcome.error;
  const evaluated = outcomes.at(-1);
  return evaluated?.ok === true && evaluated.changed;
}
