import { expect, test } from "vitest";
import { addTokens } from "@/lib/conversion/add-tokens";
import { getCall } from "@/lib/conversion/get-call";
import { updateCall } from "@/lib/conversion/update-call";
import { listEvaluations } from "@/lib/report/list-evaluations";
import { givenCall } from "@/lib/testing/factories/given-call";
import { givenCompany } from "@/lib/testing/factories/given-company";
import { givenApiKey, givenSecureToken } from "@/lib/testing/factories/given-credentials";
import { givenMember } from "@/lib/testing/factories/given-member";
import { givenBuyerSettings } from "@/lib/testing/factories/given-settings";
import { listChanges } from "./list-changes";

const rule = (name: string, token: string) => ({
  name,
  condition: { all: [{ token, operator: "exists" }] },
  amount: { kind: "fixed", amount: "10.00" },
});

test("the history shows who set each token, with old and new value, newest first", async () => {
  const { ctx } = await givenCompany();
  const key = await givenApiKey(ctx);
  const { ctx: robin } = await givenMember(ctx, "operator");
  const { id } = await givenCall(ctx);
  await addTokens(key.ctx, { id }, { tokens: { zip: "80202", city: "Denver" } });
  ctx.clock.advance({ minutes: 1 });
  await updateCall(robin, { id }, { tokens: { zip: "80203", city: "Denver" } });
  const { token_changes } = await listChanges(ctx, { id });
  expect(token_changes).toEqual([
    {
      changed_at: ctx.now().toISOString(),
      actor: { type: "member", name: "Robin the operator" },
      mechanism: "manual",
      name: "zip",
      from: "80202",
      to: "80203",
    },
    expect.objectContaining({
      name: "city",
      from: null,
      to: "Denver",
      actor: { type: "api_key", name: "Key of owner" },
    }),
    expect.objectContaining({ name: "zip", from: null, to: "80202", mechanism: "api" }),
  ]);
  const { ctx: blind } = await givenMember(ctx, "owner", { "call.details": "none" });
  expect(await listChanges(blind, { id })).not.toHaveProperty("token_changes");
});

test("a change names its rule and its evaluation, also after later evaluations", async () => {
  const { ctx } = await givenCompany();
  await givenBuyerSettings(ctx, { rules: [rule("Booked", "booked"), rule("Asked", "asked")] });
  const { id } = await givenCall(ctx, { started_at: ctx.now() });
  await addTokens(ctx, { id }, { tokens: { asked: "yes" } });
  await addTokens(ctx, { id }, { tokens: { zip: "80202" } });
  await addTokens(ctx, { id }, { tokens: { booked: "yes" } });
  const { changes } = await listChanges(ctx, { id });
  expect(changes.map(({ buyer_rule }) => buyer_rule)).toEqual([
    { id: 1, name: "Booked" },
    { id: 2, name: "Asked" },
  ]);
  const { evaluations } = await listEvaluations(ctx, { id });
  const steps = changes.map(({ buyer_evaluation }) => {
    const made = evaluations.find(({ side, number }) => side === "buyer" && number === buyer_evaluation);
    return made?.steps[made.converting ?? -1]?.name;
  });
  expect(steps).toEqual(["Booked", "Asked"]);
});

test("an explicit update names the rule that prices it, if any", async () => {
  const { ctx } = await givenCompany();
  await givenBuyerSettings(ctx, { rules: [rule("Booked", "booked")] });
  const { id } = await givenCall(ctx, { started_at: ctx.now() });
  await updateCall(ctx, { id }, { buyer_converted: false });
  await addTokens(ctx, { id }, { tokens: { booked: "yes" } });
  await updateCall(ctx, { id }, { buyer_converted: true });
  const { changes } = await listChanges(ctx, { id });
  expect(changes.map(({ buyer_rule }) => buyer_rule?.name)).toEqual(["Booked", undefined]);
});

test("a decision names its author, and the rule by its name at that time", async () => {
  const { ctx } = await givenCompany();
  await givenBuyerSettings(ctx, { rules: [rule("Booked", "booked")] });
  const { id } = await givenCall(ctx, { started_at: ctx.now() });
  await addTokens(ctx, { id }, { tokens: { booked: "yes" } });
  expect((await getCall(ctx, { id })).buyer_decision).toMatchObject({
    rule: { id: 1, name: "Booked" },
    by: { type: "system", name: "Callmark" },
  });
  const token = await givenSecureToken(ctx);
  await updateCall(token.ctx, { id }, { buyer_converted: true });
  // These later changes of the same side are not its decision.
  await updateCall(ctx, { id }, { revenue: "12.00" });
  expect((await getCall(ctx, { id })).buyer_decision).toMatchObject({
    mechanism: "secure_api",
    rule: null,
    by: { type: "secure_token", name: "Buyers' systems" },
  });
});

test("a buyer's system does not see which member decided", async () => {
  const { ctx } = await givenCompany();
  const { ctx: secure } = await givenSecureToken(ctx);
  const { id } = await givenCall(ctx);
  await updateCall(ctx, { id }, { offer_converted: true });
  const { call } = await updateCall(secure, { id }, { buyer_converted: true });
  expect(call.buyer_decision).toMatchObject({ mechanism: "secure_api" });
  expect(JSON.stringify(call)).not.toMatch(/"by"|Robin|Owner/);
});
