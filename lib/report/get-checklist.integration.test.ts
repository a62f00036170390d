import { expect, test } from "vitest";
import { updateCompanySettings } from "@/lib/access/company-settings";
import { createSecureToken, revokeSecureToken } from "@/lib/access/secure-tokens";
import { updateCall } from "@/lib/conversion/update-call";
import { createIntegration } from "@/lib/inbound/create-integration";
import { sendTestCall } from "@/lib/inbound/send-test-call";
import { rollUp } from "@/lib/ledger/roll-up";
import { givenCompany } from "@/lib/testing/factories/given-company";
import { givenMember } from "@/lib/testing/factories/given-member";
import { expectBooksBalance } from "@/lib/testing/invariants";
import { doneSteps, STEPS } from "./domain/checklist";
import { getChecklist, isChecklistHome } from "./get-checklist";

test("each step is ticked off by what is stored, and the checklist is home until the charge is posted", async () => {
  const { ctx, offer, buyer, trafficSource } = await givenCompany();
  const done = async () => [...doneSteps((await getChecklist(ctx)).facts)];
  const parties = ["offer", "buyer", "traffic_source", "terms"];
  expect(await done()).toEqual(parties);
  expect(await isChecklistHome(ctx)).toBe(true);
  await createIntegration(ctx, {
    provider: "retell",
    name: "Main line",
    offer_id: offer.id,
    secret: "secret-of-retell",
  });
  const { secure_token } = await createSecureToken(ctx, { name: "Buyers' systems" });
  const call = await sendTestCall(ctx, {
    offer_id: offer.id,
    buyer_id: buyer.id,
    traffic_source_id: trafficSource.id,
    duration_seconds: 180,
  });
  expect(await done()).toEqual([...parties, "integration", "secure_token", "test_call"]);
  await updateCall(ctx, { id: call.id }, { buyer_converted: true });
  expect(await done()).not.toContain("rollup");
  await rollUp(ctx);
  expect(await done()).toEqual(STEPS);
  expect((await getChecklist(ctx)).facts).toMatchObject({
    offer: { id: offer.id, name: offer.name },
    price: { id: buyer.id },
    payout: { id: offer.id },
    secureToken: { name: "Buyers' systems" },
    callId: call.id,
    convertedCallId: call.id,
    chargedCallId: call.id,
  });
  expect(await isChecklistHome(ctx)).toBe(false);
  await revokeSecureToken(ctx, secure_token.id);
  expect(await done()).not.toContain("secure_token");
  await expectBooksBalance(ctx);
});

test("nothing of another company ticks off a step", async () => {
  const { ctx } = await givenCompany({ priceMinor: null, payout: null });
  const { ctx: other } = await givenCompany();
  await sendTestCall(other, { offer_id: other.offer.id, duration_seconds: 60 });
  expect([...doneSteps((await getChecklist(ctx)).facts)]).toEqual(["offer", "buyer", "traffic_source"]);
});

test("it is home until it is dismissed, and again once it is asked for, for those who may take its steps", async () => {
  const { ctx } = await givenCompany();
  const { ctx: viewer } = await givenMember(ctx, "viewer");
  expect(await isChecklistHome(viewer)).toBe(false);
  await expect(getChecklist(viewer)).rejects.toMatchObject({ code: "forbidden" });
  await updateCompanySettings(ctx, { checklist_dismissed: true });
  expect(await isChecklistHome(ctx)).toBe(false);
  await updateCompanySettings(ctx, { checklist_dismissed: false });
  expect(await isChecklistHome(ctx)).toBe(true);
});

test("a test call is marked, comes from a fictitious number, and is priced by the terms in force", async () => {
  const { ctx, offer, buyer } = await givenCompany();
  const call = await sendTestCall(ctx, { offer_id: offer.id, buyer_id: buyer.id, duration_seconds: 180 });
  expect(call.external_id).toMatch(/^callmark-test-/);
  expect(call).toMatchObject({ caller: expect.stringMatching(/^\+155555501\d\d$/), duration_seconds: 180 });
  const { call: converted } = await updateCall(ctx, { id: call.id }, { buyer_converted: true });
  expect(converted).toMatchObject({ buyer_converted: true, revenue: "10.00" });
  const { ctx: viewer } = await givenMember(ctx, "viewer");
  await expect(sendTestCall(viewer, { offer_id: offer.id, duration_seconds: 180 })).rejects.toMatchObject({
    code: "forbidden",
  });
  await expectBooksBalance(ctx);
});
