import { expect, test } from "vitest";
import { resolveInboxItems } from "@/lib/inbox/resolve-items";
import { rollUp } from "@/lib/ledger/roll-up";
import type { Fields } from "@/lib/testing/api/api";
import { type GivenApi, givenApi } from "@/lib/testing/api/given-api";
import { receivableOf } from "@/lib/testing/balance-of";
import { givenMember } from "@/lib/testing/factories/given-member";
import { expectBooksBalance } from "@/lib/testing/invariants";

const TIMES = 32;
let keys = 0;

async function add(api: Pick<GivenApi, "owner">, id: number, fields: Fields, key = `addition-${++keys}`) {
  return api.owner.send<{ call: Fields; errors: Fields }>("PUT", `/calls/${id}`, {
    body: JSON.stringify(fields),
    headers: { "content-type": "application/json", "idempotency-key": key },
  });
}

async function givenConverted(payout?: { percentBasisPoints: number }) {
  const api = await givenApi(payout ? { payout } : {});
  const { id } = await api.givenCall();
  await api.update(id, { buyer_converted: true, offer_converted: true });
  return { ...api, id };
}

test("32 additions at once are all added, to the amount that stands under the lock", async () => {
  const { id, ctx, buyer, getCall, ...api } = await givenConverted();
  const added = await Promise.all(Array.from({ length: TIMES }, () => add(api, id, { add_revenue: "1.25" })));
  expect(added.every(({ status }) => status === 200)).toBe(true);
  expect(await getCall(id)).toMatchObject({ revenue: "50.00", payout: "6.00" });
  await rollUp(ctx);
  expect(await receivableOf(ctx, buyer.id)).toBe(5000n);
  await expectBooksBalance(ctx);
});

test("an addition under one key is added once", async () => {
  const { id, getCall, ...api } = await givenConverted();
  const answers = await Promise.all(Array.from({ length: 8 }, () => add(api, id, { add_revenue: 2.5 }, "once")));
  expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
  expect(await add(api, id, { add_revenue: 2.5 }, "once")).toMatchObject({ body: { changed: true } });
  expect((await getCall(id)).revenue).toBe("12.50");
});

test("a percentage of the charge follows what is added to it", async () => {
  const { id, getCall, ...api } = await givenConverted({ percentBasisPoints: 6000 });
  await add(api, id, { add_revenue: "5" });
  expect(await getCall(id)).toMatchObject({ revenue: "15.00", payout: "9.00" });
});

test("an update that converts adds to the price", async () => {
  const { givenCall, getCall, ...api } = await givenApi();
  const { id } = await givenCall();
  expect(await add(api, id, { buyer_converted: true, add_revenue: "2.50" })).toMatchObject({ status: 200 });
  expect(await getCall(id)).toMatchObject({ buyer_converted: true, revenue: "12.50" });
});

test("without an amount that stands, below zero or above the largest amount it is rejected, and nothing changes", async () => {
  const { id, givenCall, getCall, update, ...api } = await givenConverted();
  const { id: unconverted } = await givenCall();
  const rejected = async (call: number, fields: Fields) => {
    const { status, body } = await add(api, call, fields);
    expect(status).toBe(422);
    return body.errors;
  };
  expect((await rejected(unconverted, { add_revenue: "1" })).add_revenue).toContain("no stated revenue to add to");
  expect((await rejected(id, { add_revenue: "-10.01" })).add_revenue).toContain("The revenue is 10.00");
  expect((await rejected(id, { add_payout: "999999999.99" })).add_payout).toContain("largest amount");
  expect((await rejected(id, { revenue: "1", add_revenue: "1" })).add_revenue).toBe(
    "Send either revenue or add_revenue.",
  );
  expect(Object.keys(await rejected(id, { add_revenue: "1.005" }))).toEqual(["add_revenue"]);
  expect(await getCall(id)).toMatchObject({ version: 1, revenue: "10.00", payout: "6.00" });
  await update(unconverted, { revenue: "3" });
  expect(await add(api, unconverted, { add_revenue: "-3" })).toMatchObject({ body: { call: { revenue: "0.00" } } });
});

test("an addition needs a key, unless the company allows it without", async () => {
  const { id, owner, getCall } = await givenConverted();
  const plain = () => owner.put<Fields>(`/calls/${id}`, { add_payout: "1" });
  expect(await plain()).toMatchObject({ status: 422, body: { errors: { "Idempotency-Key": expect.any(String) } } });
  expect((await owner.put(`/calls/${id}?dry_run=true`, { add_payout: "1" })).status).toBe(200);
  await owner.put("/company", { deltas_without_key: true });
  expect((await plain()).status).toBe(200);
  expect((await getCall(id)).payout).toBe("7.00");
});

test("an addition to a locked side waits in the inbox, and adds to what stands when a person accepts it", async () => {
  const { id, ctx, owner, openItems, getCall, ...api } = await givenConverted();
  await owner.post(`/calls/${id}/lock`, { side: "buyer", locked: true });
  expect(await add({ owner, ...api }, id, { add_revenue: "2", add_payout: "1" })).toMatchObject({
    body: { held: true },
  });
  expect(await getCall(id)).toMatchObject({ revenue: "10.00", payout: "7.00" });
  const [item] = await openItems();
  const { ctx: person } = await givenMember(ctx, "owner");
  await resolveInboxItems(person, { action: "accept", ids: [item?.id ?? 0] });
  expect(await getCall(id)).toMatchObject({ revenue: "12.00", payout: "7.00" });
});
