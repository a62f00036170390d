import { convertAll } from "@/lib/conversion/convert";
import type { SideUpdate } from "@/lib/conversion/domain/command";
import type { ConversionRequest } from "@/lib/conversion/domain/request";
import { givenCalls } from "../factories/given-call";
import { type GivenContext, givenCompany } from "../factories/given-company";

const CALLS = 24;

/** The same scenario in every company: two dozen calls converted, moved and repriced, not rolled up. */
export async function givenWaitingChanges(): Promise<GivenContext> {
  const { ctx, otherBuyer, otherTrafficSource } = await givenCompany({ payout: { percentBasisPoints: 6000 } });
  const calls = await givenCalls(
    ctx,
    Array.from({ length: CALLS }, (_, day) => ({ started_at: daysBefore(ctx, day * 3) })),
  );
  const steps: { buyer?: SideUpdate; offer?: SideUpdate }[] = [
    { buyer: { converted: true }, offer: { converted: true } },
    { buyer: { amountMinor: 1999n } },
    { buyer: { partyId: otherBuyer.id }, offer: { partyId: otherTrafficSource.id } },
    { buyer: { converted: false } },
    { buyer: { converted: true }, offer: { converted: false } },
  ];
  for (const [number, step] of steps.entries()) {
    const some = calls.filter((_, position) => position % steps.length >= number);
    await convertAll(
      ctx,
      some.map(({ id }): ConversionRequest => {
        return { call: { id }, actor: ctx.actor, command: { kind: "update", mechanism: "import", ...step } };
      }),
    );
  }
  return ctx;
}

function daysBefore({ now }: GivenContext, days: number): Date {
  return new Date(now().getTime() - days * 24 * 60 * 60_000);
}
