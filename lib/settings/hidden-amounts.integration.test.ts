import { describe, expect, test } from "vitest";
import type { Area, Level } from "@/lib/access/domain/access";
import { accessOf } from "@/lib/access/domain/roles";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { BuyerSettings, OfferSettings } from "./contract/conversion-settings";
import { getBuyerSettings, getOfferSettings } from "./get-settings";
import { listBuyerSettingsHistory, listOfferSettingsHistory } from "./list-settings-history";
import { listSourcePayouts } from "./list-source-payouts";
import { saveBuyerSettings, saveOfferSettings } from "./save-settings";

/** Distinctive amounts: no other value in an answer contains these digits. */
const AMOUNTS = /7654|8765|3456|4567/;
const RULES = [
  { name: "Long call", amount: { kind: "fixed", amount: "7654.32" } },
  { name: "Priced", amount: { kind: "token", token: "price", minimum: "8765.43", maximum: "9876.54" } },
];
const STATEMENTS = { revenue: "bounded", minimum: "3456.78", maximum: "4567.89" };

async function givenPriced() {
  const { ctx } = await givenCompany();
  ctx.clock.advance({ hours: 1 });
  await saveBuyerSettings(ctx, ctx.buyer.id, {
    version: 0,
    settings: BuyerSettings.parse({ rules: RULES, statements: STATEMENTS }),
    prices: [{ offer_id: null, amount: "7654.32" }],
  });
  const own = { traffic_source_id: ctx.trafficSource.id, percent: null, minimum: null, maximum: null };
  await saveOfferSettings(ctx, ctx.offer.id, {
    version: 0,
    settings: OfferSettings.parse({ rules: RULES }),
    payouts: [{ ...own, amount: "7654.32" }],
  });
  ctx.clock.advance({ hours: 1 });
  return ctx;
}

function as(ctx: GivenContext, grants: Partial<Record<Area, Level>>): GivenContext {
  return { ...ctx, actor: { type: "member", id: 1, name: "Ana Ruiz", access: accessOf("admin", grants) } };
}

test("amounts of settings, prices and payouts are read only with the permission of the amount", async () => {
  const ctx = await givenPriced();
  const ofBuyer = async (reader: GivenContext) =>
    JSON.stringify([
      await getBuyerSettings(reader, ctx.buyer.id),
      await listBuyerSettingsHistory(reader, ctx.buyer.id),
    ]);
  const ofOffer = async (reader: GivenContext) =>
    JSON.stringify([
      await getOfferSettings(reader, ctx.offer.id),
      await listOfferSettingsHistory(reader, ctx.offer.id),
    ]);
  const [noRevenue, noPayout] = [as(ctx, { "call.revenue": "none" }), as(ctx, { "call.payout": "none" })];
  for (const [shown, isVisible] of [
    [await ofBuyer(ctx), true],
    [await ofBuyer(noPayout), true],
    [await ofBuyer(noRevenue), false],
    [await ofOffer(ctx), true],
    [await ofOffer(noRevenue), true],
    [await ofOffer(noPayout), false],
  ] as const) {
    expect(AMOUNTS.test(shown)).toBe(isVisible);
    expect(shown.includes('"amounts_hidden":true')).toBe(!isVisible);
  }
  expect(await listSourcePayouts(ctx, ctx.trafficSource.id)).toMatchObject([
    { offer: { id: ctx.offer.id }, payout: { amount: "7654.32" } },
  ]);
  expect(await listSourcePayouts(ctx, ctx.otherTrafficSource.id)).toEqual([]);
  await expect(listSourcePayouts(noPayout, ctx.trafficSource.id)).rejects.toMatchObject({
    permission: "call.payout: read",
  });
});

describe("without permission to update amounts", () => {
  test("a save keeps those of rules and limits, wherever the rules move, and the prices", async () => {
    const ctx = await givenPriced();
    const blind = as(ctx, { "call.revenue": "none", "call.payout": "none" });
    const { version, settings } = await getBuyerSettings(blind, ctx.buyer.id);
    const rules = [...settings.rules.toReversed(), { ...settings.rules[0], id: null, name: "New" }];
    const changed = BuyerSettings.parse({ ...settings, rules, duration: { enabled: true, longer_than_seconds: 9 } });
    await saveBuyerSettings(blind, ctx.buyer.id, { version, settings: changed });
    const after = await getBuyerSettings(ctx, ctx.buyer.id);
    expect(after.prices).toEqual([{ offer_id: null, amount: "7654.32" }]);
    expect(after.settings).toMatchObject({
      duration: { enabled: true },
      statements: STATEMENTS,
      rules: [
        { name: "Priced", amount: RULES[1]?.amount },
        { name: "Long call", amount: RULES[0]?.amount },
        { name: "New", amount: null },
      ],
    });
  });

  test("a save with another amount, or with prices, is refused", async () => {
    const ctx = await givenPriced();
    const reader = as(ctx, { "call.revenue": "read" });
    const { version, settings, prices } = await getBuyerSettings(reader, ctx.buyer.id);
    const save = async (more: object, of: GivenContext = reader) =>
      saveBuyerSettings(of, ctx.buyer.id, { version, settings: BuyerSettings.parse({ ...settings, ...more }) });
    const refused = { permission: "call.revenue: update" };
    await expect(save({ rules: [{ name: "Mine", amount: { kind: "fixed", amount: "1" } }] })).rejects.toMatchObject(
      refused,
    );
    await expect(save({ statements: { ...settings.statements, minimum: null } })).rejects.toMatchObject(refused);
    await expect(async () =>
      saveBuyerSettings(reader, ctx.buyer.id, { version, settings, prices }),
    ).rejects.toMatchObject(refused);
    expect(await getBuyerSettings(ctx, ctx.buyer.id)).toMatchObject({ version });
    await save({});
    expect((await getBuyerSettings(ctx, ctx.buyer.id)).settings).toEqual(settings);
  });
});
