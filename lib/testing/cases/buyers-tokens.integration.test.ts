import { expect, test } from "vitest";
import { bearer, type Fields } from "@/lib/testing/api/api";
import { type GivenApi, givenApi } from "@/lib/testing/api/given-api";
import { HeldCall } from "@/lib/testing/api/held-call";
import { expectBooksBalance } from "@/lib/testing/invariants";

type Created = { readonly secure_token: { readonly id: number; readonly buyer: unknown }; readonly token: string };

/** A company and its buyer's own token. */
async function givenToken() {
  const setup = await givenApi();
  const fields = { name: "Birch CRM", buyer_id: setup.buyer.id };
  const { status, body } = await setup.owner.post<Created>("/secure-tokens", fields);
  expect([status, body.secure_token.buyer]).toEqual([201, { id: setup.buyer.id, name: setup.buyer.name }]);
  return { setup, own: bearer(body.token), token: body.token };
}

const setOfferSide = ({ owner }: GivenApi, allowed: boolean) => owner.put("/company", { token_offer_side: allowed });

test("a buyer's token updates the buyer side of the buyer's calls", async () => {
  const { setup, own, token } = await givenToken();
  const { id, uuid } = await setup.givenCall();
  const { status, body } = await own.put(`/secure/calls/${uuid}`, { buyer_converted: true, revenue: "12.00" });
  expect([status, body]).toMatchObject([200, { changed: true, call: { buyer_converted: true } }]);
  for (const name of ["offer_converted", "offer_decision", "payout"]) expect(body.call).not.toHaveProperty(name);
  expect((await bearer("").post(`/secure/${token}/calls/${uuid}/tokens`, { tokens: { zip: "80202" } })).status).toBe(
    200,
  );
  expect(await own.put(`/secure/calls/${uuid}`, { offer_converted: true })).toMatchObject({ status: 403 });
  expect(await setup.getCall(id)).toMatchObject({
    buyer_converted: true,
    buyer_decision: { mechanism: "secure_api" },
    offer_converted: false,
    revenue: "12.00",
    tokens: { zip: "80202" },
  });
  await expectBooksBalance(setup);
});

test("another buyer's call answers like an unknown one, and the update is kept for a person", async () => {
  const { setup, own } = await givenToken();
  const calls = [
    await setup.givenCall({ buyer_id: setup.otherBuyer.id }),
    await setup.givenCall({ buyer_id: undefined }),
  ];
  const unknown = "0b8e7c1a-3f52-4c6d-9e81-2a4b6c8d0e1f";
  const ask = async (uuid: string, part: string, fields: Fields) => {
    const { status, body } = await own.post(`/secure/calls/${uuid}${part}`, fields);
    return { status, body: { ...body, instance: null, request_id: null } };
  };
  const wanted: readonly [string, Fields][] = [
    ["", { buyer_converted: true }],
    ["?dry_run=true", { buyer_converted: true }],
    ["/tokens", { tokens: { zip: "80202" } }],
    ["/transcript", { speaker: "caller", text: "Hello", at_seconds: 1 }],
  ];
  for (const [part, fields] of wanted) {
    const expected = await ask(unknown, part, fields);
    expect(expected.status).toBe(404);
    for (const { uuid } of calls) expect(await ask(uuid, part, fields)).toEqual(expected);
  }
  for (const { id } of calls) expect(await setup.getCall(id)).toMatchObject({ version: 0, tokens: {} });
  const kept = (await setup.openItems()).filter(({ payload }) => payload.call_uuid === calls[0]?.uuid);
  expect(kept).toHaveLength(3);
  expect(
    await setup.resolve(
      "retry",
      kept.find(({ payload }) => payload.buyer_converted),
    ),
  ).toMatchObject({ status: 422, problem: expect.stringContaining("another buyer") });
  expect(await setup.getCall(calls[0]?.id ?? 0)).toMatchObject({ version: 0 });
});

test("a kept update is applied by a retry once the call is the buyer's", async () => {
  const { setup, own } = await givenToken();
  const { id, uuid } = await setup.givenCall({ buyer_id: setup.otherBuyer.id });
  await own.put(`/secure/calls/${uuid}`, { buyer_converted: true });
  const [item] = await setup.openItems();
  await setup.update(id, { buyer_id: setup.buyer.id });
  expect(await setup.resolve("retry", item)).toMatchObject({ status: 200, changed: true });
  expect(await setup.getCall(id)).toMatchObject({ buyer_converted: true, buyer: { id: setup.buyer.id } });
});

test("a call that moves to another buyer is out of its reach, also while the update waits for it", async () => {
  const { setup, own } = await givenToken();
  const { id, uuid } = await setup.givenCall();
  const held = await HeldCall.hold(setup, id);
  const [moved, answer] = await held.meet(
    () => setup.update(id, { buyer_id: setup.otherBuyer.id }),
    () => own.put(`/secure/calls/${uuid}`, { buyer_converted: true, revenue: "99.00" }),
  );
  expect(moved).toMatchObject({ changed: true });
  expect(answer.status).toBe(404);
  expect(JSON.stringify(answer.body)).not.toContain(setup.otherBuyer.name);
  expect(await setup.getCall(id)).toMatchObject({ buyer_converted: false, version: 1 });
});

test("what the company's token may do on the offer side is a setting, and each change of it is audited", async () => {
  const setup = await givenApi();
  const { id, uuid } = await setup.givenCall();
  const ask = (fields: Fields) => setup.secure.put(`/secure/calls/${uuid}`, fields);
  expect(await ask({ offer_converted: true })).toMatchObject({ status: 200, body: { changed: true } });
  expect(await setOfferSide(setup, false)).toMatchObject({
    status: 200,
    body: { company: { token_offer_side: false } },
  });
  expect(await ask({ offer_converted: false })).toMatchObject({ status: 403 });
  expect(await ask({ buyer_converted: true, offer_converted: false })).toMatchObject({ status: 403 });
  const [kept] = await setup.openItems();
  expect(await setup.resolve("retry", kept)).toMatchObject({ status: 403 });
  const { body } = await ask({ buyer_converted: true });
  expect(body).toMatchObject({ changed: true });
  expect(JSON.stringify(body)).not.toContain("offer_converted");
  expect(await setup.getCall(id)).toMatchObject({ buyer_converted: true, offer_converted: true, version: 2 });
  await setOfferSide(setup, true);
  expect(await setup.resolve("retry", kept)).toMatchObject({ status: 200, changed: true });
  const { body: log } = await setup.owner.get<{ entries: { after: Fields }[] }>("/audit?action=company.updated");
  expect(log.entries.map(({ after }) => after)).toEqual([{ token_offer_side: true }, { token_offer_side: false }]);
});
