import { expect, test } from "vitest";
import { asteriskFile } from "@/lib/testing/api/asterisk-file";
import { givenApi } from "@/lib/testing/api/given-api";
import { givenIntegration } from "@/lib/testing/api/given-integration";
import { givenWebhook } from "@/lib/testing/api/given-webhook";
import { HeldCall } from "@/lib/testing/api/held-call";
import { expectBooksBalance } from "@/lib/testing/invariants";

const CALLER = "+13035550142";

test("an update from a webhook is applied to a call that moves to its buyer at the same time", async () => {
  const setup = await givenApi();
  const { post } = await givenWebhook(setup);
  const call = await setup.givenCall({ buyer_id: setup.otherBuyer.id });
  const held = await HeldCall.hold(setup, call.id);
  const move = () => setup.update(call.id, { buyer_id: String(setup.buyer.id) });
  await held.meet(move, () => post({ call_uuid: call.uuid, converted: true, revenue: "12.00" }));
  expect(await setup.getCall(call.id)).toMatchObject({ buyer: { id: setup.buyer.id }, revenue: "12.00" });
  expect(await setup.openItems()).toEqual([]);
  await expectBooksBalance(setup);
});

test("also if the post names caller and time", async () => {
  const setup = await givenApi();
  const { post } = await givenWebhook(setup);
  const call = await setup.givenCall({ buyer_id: setup.otherBuyer.id });
  const held = await HeldCall.hold(setup, call.id);
  const move = () => setup.update(call.id, { buyer_id: String(setup.buyer.id) });
  await held.meet(move, () => post({ caller: CALLER, converted: true, revenue: "12.00" }));
  expect(await setup.getCall(call.id)).toMatchObject({ buyer: { id: setup.buyer.id }, revenue: "12.00" });
  expect(await setup.openItems()).toEqual([]);
});

test("a call that moves to another traffic source is not changed by a simultaneous report", async () => {
  const setup = await givenApi();
  const { deliver } = await givenIntegration(setup, "asterisk");
  const call = await setup.givenCall({ duration_seconds: undefined, connected_seconds: undefined });
  const held = await HeldCall.hold(setup, call.id);
  const move = () => setup.update(call.id, { traffic_source_id: String(setup.ctx.otherTrafficSource.id) });
  const report = asteriskFile([{ linkedid: "1700000000.1", userfield: call.uuid, duration: "240", billsec: "230" }]);
  const [, { body }] = await held.meet(move, () => deliver(report));
  expect(body).toMatchObject({ waiting: 1, updated: 0 });
  expect(await setup.getCall(call.id)).toMatchObject({ duration_seconds: null, connected_seconds: null });
});

test("reports about a call out of reach are counted on one item per call", async () => {
  const setup = await givenApi();
  const { deliver } = await givenIntegration(setup, "asterisk");
  const call = await setup.givenCall({ traffic_source_id: setup.ctx.otherTrafficSource.id });
  const report = (linkedid: string, billsec: string) =>
    deliver(asteriskFile([{ linkedid, userfield: call.uuid, billsec }]));
  for (const billsec of ["10", "20", "30"]) await report("1700000000.1", billsec);
  await report("1700000000.2", "10");
  const items = await setup.openItems();
  expect(items).toMatchObject([
    { reason: "unmatched", times: 1, payload: { external_id: "1700000000.2", call_uuid: call.uuid } },
    { reason: "unmatched", times: 3, payload: { external_id: "1700000000.1", call_uuid: call.uuid } },
  ]);
});

test("a waiting report is applied once the call is the integration's own", async () => {
  const setup = await givenApi();
  const { deliver } = await givenIntegration(setup, "asterisk");
  const running = { duration_seconds: undefined, connected_seconds: undefined };
  const call = await setup.givenCall({ ...running, traffic_source_id: setup.ctx.otherTrafficSource.id });
  const report = (fields: object) =>
    deliver(asteriskFile([{ linkedid: "1700000000.1", userfield: call.uuid, ...fields }]));
  await report({ uniqueid: "1700000000.1", duration: "240", billsec: "230" });
  await setup.update(call.id, { traffic_source_id: String(setup.trafficSource.id) });
  await report({ uniqueid: "1700000000.2", duration: "60", billsec: "0", disposition: "NO ANSWER" });
  expect(await setup.getCall(call.id)).toMatchObject({ duration_seconds: 240, connected_seconds: 230 });
});
