import { expect, test } from "vitest";
import { rollUp } from "@/lib/ledger/roll-up";
import type { Fields } from "@/lib/testing/api/api";
import { type GivenApi, givenApi } from "@/lib/testing/api/given-api";
import { receivableOf } from "@/lib/testing/balance-of";
import { countQueries } from "@/lib/testing/count-queries";
import { expectBooksBalance } from "@/lib/testing/invariants";
import type { BulkAnswer, BulkPreview, UndoAnswer } from "./contract";
import { updateCalls } from "./update-calls";

type Updates = readonly Fields[];

const bulk = ({ owner }: Pick<GivenApi, "owner">, updates: Updates, query = "") =>
  owner.post<BulkAnswer>(`/calls/bulk${query}`, { updates, reason: "Sales of the week" });
const undo = ({ owner }: Pick<GivenApi, "owner">, id: number, query = "") =>
  owner.post<UndoAnswer>(`/batches/${id}/undo${query}`, { reason: "Sent twice" });

async function givenCalls(count: number) {
  const api = await givenApi();
  const calls = [];
  for (let number = 0; number < count; number += 1) calls.push(await api.givenCall());
  return { ...api, calls, ids: calls.map(({ id }) => id) };
}

test("results have the order of the updates, and a bad update stops no other", async () => {
  const { calls, getCall, ctx, ...api } = await givenCalls(3);
  const [first, second, third] = calls;
  const { status, body } = await bulk(api, [
    { uuid: first?.uuid, buyer_converted: true },
    { id: second?.id, revenue: "ten" },
    { id: 999_999, revenue: "1" },
    { revenue: "1" },
    { id: third?.id, price: "1" },
    { id: third?.id, revenue: 10.5, version: 7 },
    { id: third?.id, buyer_converted: "yes", revenue: 12.5 },
  ]);
  expect(status).toBe(207);
  expect(body.results.map((result) => result.status)).toEqual([200, 422, 404, 422, 422, 409, 200]);
  expect(body.results[1]).toMatchObject({ problem: { code: "invalid", errors: { revenue: expect.any(String) } } });
  expect(body.results[6]).toMatchObject({ changed: true, call: { id: third?.id, revenue: "12.50" } });
  expect(body.batch).toMatchObject({ kind: "bulk", state: "done", received: 7, changed: 2, rejected: 5, calls: 2 });
  expect(await getCall(second?.id ?? 0)).toMatchObject({ version: 0 });
  await expectBooksBalance(ctx);
});

test("several updates of one call apply one after the other", async () => {
  const { ids, getCall, ...api } = await givenCalls(1);
  const [id] = ids;
  const { body } = await bulk(api, [
    { id, buyer_converted: true, revenue: "10" },
    { id, revenue: "12" },
    { id, buyer_converted: false },
  ]);
  expect(body.results).toMatchObject([{ changed: true }, { changed: true }, { changed: true }]);
  expect(body.batch).toMatchObject({ changed: 3, calls: 1 });
  expect(await getCall(id ?? 0)).toMatchObject({ version: 3, buyer_converted: false, revenue: "12.00" });
});

test("a dry run adds up what the same bulk then posts, and saves nothing", async () => {
  const { ids, getCall, ctx, buyer, owner } = await givenCalls(3);
  const updates = ids.map((id) => ({ id, buyer_converted: true, offer_converted: true }));
  const preview = await owner.post<BulkPreview>("/calls/bulk?dry_run=true", { updates: [...updates, { id: 1.5 }] });
  expect(preview.body.totals).toMatchObject({ changed: 3, rejected: 1, currency: "USD" });
  expect(preview.body.totals.entries.map(({ kind, count, amount }) => [kind, count, amount])).toEqual([
    ["charge", 3, "30.00"],
    ["payout", 3, "18.00"],
  ]);
  expect(await getCall(ids[0] ?? 0)).toMatchObject({ version: 0 });
  expect((await owner.get<{ batches: Fields[] }>("/batches")).body.batches).toEqual([]);
  await bulk({ owner }, updates);
  await rollUp(ctx);
  expect(await receivableOf(ctx, buyer.id)).toBe(3000n);
});

test("undoing puts back what stood before as offsetting changes, once, and leaves alone what changed since", async () => {
  const { ids, getCall, update, ctx, buyer, ...api } = await givenCalls(4);
  const [plain = 0, converted = 0, moved = 0, touched = 0] = ids;
  await update(converted, { buyer_converted: true, revenue: "20" });
  const before = await Promise.all([plain, converted, moved].map(getCall));
  const { body } = await bulk(api, [
    { id: plain, buyer_converted: true, offer_converted: true },
    { id: plain, revenue: "15" },
    { id: converted, buyer_converted: false },
    { id: moved, buyer_id: api.otherBuyer.id, buyer_converted: true },
    { id: touched, buyer_converted: true },
  ]);
  await rollUp(ctx);
  await update(touched, { revenue: "33" });
  const preview = (await undo(api, body.batch.id, "?dry_run=true")).body;
  expect(preview).toMatchObject({ dry_run: true, restored: 3, left: [{ call_id: touched }] });
  const undone = (await undo(api, body.batch.id)).body;
  expect(undone).toMatchObject({ restored: 3, left: preview.left, batch: { kind: "undo", undoes: body.batch.id } });
  const after = await Promise.all([plain, converted, moved].map(getCall));
  const standing = ({ buyer_converted, offer_converted, revenue, payout, buyer }: Fields) => [
    ...[buyer_converted, offer_converted, revenue, payout, buyer],
  ];
  expect(after.map(standing)).toEqual(before.map(standing));
  expect(await getCall(touched)).toMatchObject({ revenue: "33.00", buyer_converted: true });
  await rollUp(ctx);
  expect(await receivableOf(ctx, buyer.id)).toBe(5300n);
  expect(await receivableOf(ctx, api.otherBuyer.id)).toBe(0n);
  await expectBooksBalance(ctx);
  const again = (await undo(api, body.batch.id)).body;
  expect(again).toMatchObject({ restored: 0, batch: { id: undone.batch?.id } });
  expect(await Promise.all([plain, converted, moved].map(getCall))).toEqual(after);
});

test("an undoing is a batch that can be undone", async () => {
  const { ids, getCall, ctx, ...api } = await givenCalls(1);
  const [id = 0] = ids;
  const { body } = await bulk(api, [{ id, buyer_converted: true, revenue: "15" }]);
  const undone = (await undo(api, body.batch.id)).body;
  expect(await getCall(id)).toMatchObject({ buyer_converted: false, buyer_decision: null, revenue: "0.00" });
  await undo(api, undone.batch?.id ?? 0);
  expect(await getCall(id)).toMatchObject({ buyer_converted: true, revenue: "15.00" });
  await expectBooksBalance(ctx);
});

test("two undoings at once change each call once", async () => {
  const { ids, historyOf, ctx, ...api } = await givenCalls(2);
  const { body } = await bulk(
    api,
    ids.map((id) => ({ id, buyer_converted: true })),
  );
  const undone = await Promise.all([1, 2, 3, 4].map(() => undo(api, body.batch.id)));
  expect(undone.reduce((sum, answer) => sum + answer.body.restored, 0)).toBe(2);
  expect(new Set(undone.map((answer) => answer.body.batch?.id)).size).toBe(1);
  for (const id of ids) expect((await historyOf(id)).changes).toHaveLength(2);
  await expectBooksBalance(ctx);
});

test("calls whose side is locked are left alone for a key", async () => {
  const { ids, getCall, owner } = await givenCalls(1);
  const [id = 0] = ids;
  await owner.post(`/calls/${id}/lock`, { side: "offer", locked: true });
  const { body } = await bulk({ owner }, [{ id, buyer_converted: true }]);
  expect((await undo({ owner }, body.batch.id)).body).toMatchObject({ restored: 0, left: [{ call_id: id }] });
  expect(await getCall(id)).toMatchObject({ buyer_converted: true, offer_locked: true });
});

test("a bulk under an Idempotency-Key is applied once, with its additions", async () => {
  const { ids, getCall, update, owner } = await givenCalls(1);
  const [id = 0] = ids;
  await update(id, { buyer_converted: true });
  const body = JSON.stringify({ updates: [{ id, add_revenue: "5" }] });
  const type = { "content-type": "application/json" };
  expect((await owner.send("POST", "/calls/bulk", { body, headers: type })).status).toBe(422);
  const send = () => owner.send("POST", "/calls/bulk", { body, headers: { ...type, "idempotency-key": "week-47" } });
  const first = await send();
  expect((await send()).body).toEqual(first.body);
  expect(await getCall(id)).toMatchObject({ revenue: "15.00" });
});

test("a batch of another company is not found, and undoing needs the permissions of both sides", async () => {
  const { ids, keyOf, ...api } = await givenCalls(1);
  const { body } = await bulk(api, [{ id: ids[0], buyer_converted: true }]);
  const { owner: stranger } = await givenApi();
  for (const ask of [stranger.get(`/batches/${body.batch.id}`), undo({ owner: stranger }, body.batch.id)])
    expect((await ask).status).toBe(404);
  const operator = await keyOf("operator");
  expect((await operator.post(`/batches/${body.batch.id}/undo`)).status).toBe(403);
  expect((await operator.get(`/batches/${body.batch.id}`)).status).toBe(200);
});

test("the statements of a bulk do not grow with its updates", async () => {
  const { ctx, ids } = await givenCalls(12);
  const count = (some: readonly number[]) =>
    countQueries(() => updateCalls(ctx, { updates: some.map((id) => ({ id: String(id), buyer_converted: "true" })) }));
  expect(await count(ids.slice(0, 1))).toBe(await count(ids.slice(1)));
});
