import { expect, test } from "vitest";
import type { Context } from "@/lib/access/context";
import { evaluatePastCalls } from "@/lib/simulation/evaluate-past-calls";
import { simulateBuyer } from "@/lib/simulation/simulate";
import { cpuMilliseconds } from "@/lib/testing/cpu-milliseconds";
import { givenCall } from "@/lib/testing/factories/given-call";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { givenMember } from "@/lib/testing/factories/given-member";
import { BuyerSettings } from "./contract/conversion-settings";
import { saveBuyerSettings } from "./save-settings";

const matching = (...patterns: string[]) =>
  BuyerSettings.parse({
    rules: patterns.map((pattern) => ({
      name: "Pattern",
      condition: { all: [{ token: "note", operator: "matches", values: [pattern] }] },
    })),
  });

async function refusals(ctx: Context, buyerId: number, settings: BuyerSettings): Promise<unknown[]> {
  const attempts = [
    saveBuyerSettings(ctx, buyerId, { version: 0, settings }),
    simulateBuyer(ctx, buyerId, { settings, days: 30 }),
  ];
  return Promise.all(
    attempts.map((attempt) =>
      attempt.then(
        () => null,
        (reason: unknown) => reason,
      ),
    ),
  );
}

test("patterns that would take seconds per call are rejected at once, on saving and in a simulation", async () => {
  const { ctx } = await givenCompany();
  const took = await cpuMilliseconds(async () => {
    for (const patterns of [
      ["(?:a{1000}b?){1}".repeat(60)],
      Array.from({ length: 500 }, () => "(?:a{99}b?)".repeat(40)),
    ]) {
      for (const refused of await refusals(ctx, ctx.buyer.id, matching(...patterns))) {
        expect(refused).toMatchObject({ code: "invalid" });
      }
    }
  });
  expect(took).toBeLessThan(20_000);
  const usual = matching("^(?:\\+1)?\\d{3}-?\\d{4}$", "\\b(solar|roof)\\b", "[a-z]{1,63}(\\.[a-z]{2,63})*");
  expect(await refusals(ctx, ctx.buyer.id, usual)).toEqual([null, null]);
});

test("more phrases than can be searched for in a transcript are rejected", async () => {
  const { ctx } = await givenCompany();
  const excluding = Array.from({ length: 50 }, () => "not now");
  const phrases = Array.from({ length: 100 }, () => ({ text: "now", excluding }));
  const settings = BuyerSettings.parse({ voice_agent: { enabled: true, phrases } });
  const refused = { errors: { "settings.voice_agent.phrases": expect.stringContaining("1000") } };
  expect(await refusals(ctx, ctx.buyer.id, settings)).toMatchObject([refused, refused]);
});

test("of two simultaneous edits one is saved, and the other gets an error", async () => {
  const { ctx } = await givenCompany();
  const save = (minimum: string) => {
    const settings = BuyerSettings.parse({ statements: { revenue: "bounded", minimum } });
    return saveBuyerSettings(ctx, ctx.buyer.id, { version: 0, settings });
  };
  const saved = await Promise.allSettled(["1", "2", "3", "4"].map(save));
  expect(saved.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(saved.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "stale_version" } });
});

test("simulating needs conversions: read, evaluating past calls needs calls and settings: update", async () => {
  const { ctx } = await givenCompany();
  await givenCall(ctx);
  const attempt = async (exceptions: Parameters<typeof givenMember>[2]) => {
    const { ctx: member } = await givenMember(ctx, "owner", exceptions);
    const [, simulated] = await refusals(member, ctx.buyer.id, matching());
    const evaluated = evaluatePastCalls(member, { buyerId: ctx.buyer.id }, { days: 1 });
    return [
      simulated,
      await evaluated.then(
        () => null,
        (reason: unknown) => reason,
      ),
    ];
  };
  expect(await attempt({ "call.buyer_converted": "none" })).toMatchObject([{ code: "forbidden" }, {}]);
  expect(await attempt({ calls: "read" })).toMatchObject([null, { permission: "calls: update" }]);
  expect(await attempt({ settings: "read" })).toMatchObject([null, { permission: "settings: update" }]);
});

test("another company's buyer is not found", async () => {
  const { ctx } = await givenCompany();
  const { ctx: stranger }: { ctx: GivenContext } = await givenCompany();
  const owner = { buyerId: ctx.buyer.id };
  await expect(simulateBuyer(stranger, owner.buyerId, { settings: matching(), days: 1 })).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(evaluatePastCalls(stranger, owner, { days: 1 })).rejects.toMatchObject({ code: "not_found" });
});
