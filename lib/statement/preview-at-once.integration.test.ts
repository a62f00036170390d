import { expect, test } from "vitest";
import { updateCall } from "@/lib/conversion/update-call";
import { rollUp } from "@/lib/ledger/roll-up";
import { createBuyers } from "@/lib/party/create-buyers";
import { createTerms } from "@/lib/terms/create-terms";
import { countQueries } from "@/lib/testing/count-queries";
import { givenCall } from "@/lib/testing/factories/given-call";
import { givenCompany } from "@/lib/testing/factories/given-company";
import { fakeClock } from "@/lib/testing/fake-clock";
import { previewStatements } from "./preview-statements";

const LONG_AGO = new Date("2020-01-01T00:00:00Z");
const OTHERS = 12;

test("a preview asks as often for many parties as for two", async () => {
  const clock = fakeClock("2026-03-04T18:00:00Z");
  const { ctx, buyer } = await givenCompany({ clock });
  const bill = async (buyerId: number) => {
    const { id } = await givenCall(ctx, { buyer_id: buyerId });
    await updateCall(ctx, { id }, { buyer_converted: true, offer_converted: true });
  };
  await bill(buyer.id);
  await rollUp(ctx);
  clock.set(new Date("2026-04-02T18:00:00Z"));
  const few = await countQueries(async () => expect(await previewStatements(ctx)).toHaveLength(2));

  clock.set(new Date("2026-03-05T18:00:00Z"));
  const others = await createBuyers(
    ctx,
    Array.from({ length: OTHERS }, (_, place) => `Buyer ${place + 1}`),
  );
  const prices = others.map(({ id }) => ({ buyerId: id, validFrom: LONG_AGO, amountMinor: 900n }));
  await createTerms(ctx, { prices, payouts: [] });
  for (const { id } of others) await bill(id);
  await rollUp(ctx);
  clock.set(new Date("2026-04-02T18:00:00Z"));
  const many = await countQueries(async () => expect(await previewStatements(ctx)).toHaveLength(2 + OTHERS));
  expect(many).toBe(few);
});
