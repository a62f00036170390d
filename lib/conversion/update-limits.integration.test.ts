import { expect, test } from "vitest";
import { SECURE_TOKEN_ACCESS } from "@/lib/access/domain/roles";
import { inCompany } from "@/lib/platform/sql/in-company";
import { BuyerSettings } from "@/lib/settings/contract/conversion-settings";
import { saveBuyerSettings } from "@/lib/settings/save-settings";
import { givenCall } from "@/lib/testing/factories/given-call";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { updateCall } from "./update-call";

const TOKEN = { type: "secure_token", id: 1, name: "Birch", access: SECURE_TOKEN_ACCESS } as const;

async function givenLimits(statements: object) {
  const { ctx, clock } = await givenCompany();
  const settings = BuyerSettings.parse({
    statements: { revenue: "accepted", minimum: null, maximum: null, take_back_days: null, ...statements },
  });
  await saveBuyerSettings(ctx, ctx.buyer.id, { version: 0, settings, valid_from: new Date("2020-01-01T00:00:00Z") });
  const call = await givenCall(ctx);
  return { ctx, clock, id: call.id, token: { ...ctx, actor: TOKEN } };
}

const inboxOf = (ctx: GivenContext) =>
  inCompany(ctx.company.id, (tx) => tx.inbox.findMany({ where: { companyId: ctx.company.id } }));

test("an amount outside the bounds is held, and so is the conversion sent with it", async () => {
  const { ctx, id, token } = await givenLimits({ revenue: "bounded", minimum: "5.00", maximum: "20.00" });
  const answer = await updateCall(token, { id }, { buyer_converted: true, revenue: "20.01" });
  expect(answer).toMatchObject({ held: true, changed: false, call: { buyer_converted: false } });
  expect(await inboxOf(ctx)).toMatchObject([
    { reason: "outside_limits", side: "buyer", conversionUpdate: { revenue: "20.01" } },
  ]);
  const inside = await updateCall(token, { id }, { buyer_converted: true, revenue: "20.00" });
  expect(inside.call).toMatchObject({ buyer_converted: true, revenue: "20.00" });
  const person = await updateCall(ctx, { id }, { revenue: "99.00" });
  expect(person.call.revenue).toBe("99.00");
});

test("an ignored amount leaves the price of the terms", async () => {
  const { id, token } = await givenLimits({ revenue: "ignored" });
  const answer = await updateCall(token, { id }, { buyer_converted: true, revenue: "99.00" });
  expect(answer).toMatchObject({ changed: true, call: { buyer_converted: true, revenue: "10.00" } });
  expect(answer.held).toBeUndefined();
});

test("a buyer may take back until the last moment of its allowed days, and no longer", async () => {
  const { clock, id, token } = await givenLimits({ take_back_days: 2 });
  const { call } = await updateCall(token, { id }, { buyer_converted: true });
  clock.set(new Date(Date.parse(call.started_at ?? "") + 2 * 86_400_000));
  const inTime = await updateCall(token, { id }, { buyer_converted: false });
  expect(inTime.changed).toBe(true);
  await updateCall(token, { id }, { buyer_converted: true });
  clock.advance({ seconds: 1 });
  expect(await updateCall(token, { id }, { buyer_converted: false })).toMatchObject({ held: true, changed: false });
});
