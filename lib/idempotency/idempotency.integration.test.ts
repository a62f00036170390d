import { expect, test } from "vitest";
import { inCompany } from "@/lib/platform/sql/in-company";
import { pool } from "@/lib/platform/sql/prisma";
import type { Api, Fields } from "@/lib/testing/api/api";
import { givenApi } from "@/lib/testing/api/given-api";
import { givenApiKey } from "@/lib/testing/factories/given-credentials";
import { expectBooksBalance } from "@/lib/testing/invariants";
import { answerOnce } from "./answer-once";
import { expireAnswersOfAll } from "./expire-answers";
import { readIdempotencyKey } from "./read-idempotency-key";
import { findStored, openStored } from "./stored-answer";

const TIMES = 32;

function sendWith(api: Api, key: string) {
  return <Body = Fields>(method: string, path: string, fields: Fields = {}) =>
    api.send<Body>(method, path, {
      body: JSON.stringify(fields),
      headers: { "content-type": "application/json", "idempotency-key": key },
    });
}

const asked = { method: "POST", path: "/buyers", params: {}, input: { name: "Elm" } };
const storedKeys = (company: Awaited<ReturnType<typeof givenApi>>["company"]) =>
  inCompany(company.id, (tx) => tx.idempotencyKey.findMany({ where: { companyId: company.id } }));

test("32 equal requests at once have one effect: each gets the first answer, or 409 with the time to wait", async () => {
  const { ctx, owner, givenCall, historyOf } = await givenApi();
  const { id } = await givenCall();
  const send = sendWith(owner, "sale-1");
  const update = () => send("PUT", `/calls/${id}`, { buyer_converted: true, revenue: "10", reason: "Sold" });
  const answers = await Promise.all(Array.from({ length: TIMES }, update));
  for (const { status, headers } of answers) if (status === 409) expect(headers.get("retry-after")).toBe("1");
  const first = answers.filter(({ status }) => status === 200);
  expect(first.length).toBeGreaterThan(0);
  expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
  const replayed = await update();
  expect(new Set([...first, replayed].map(({ body }) => JSON.stringify(body))).size).toBe(1);
  expect(replayed.body).toMatchObject({ changed: true });
  expect((await historyOf(id)).changes).toHaveLength(1);
  await expectBooksBalance(ctx);
});

test("another server's answer under the key is waited for and replayed", async () => {
  const { owner, ctx, givenCall, historyOf } = await givenApi();
  const { id } = await givenCall();
  const update = () => sendWith(owner, "two-servers")("PUT", `/calls/${id}`, { tokens: { a: "1" } });
  await update();
  const [stored] = await storedKeys(ctx.company);
  if (!stored) throw new Error("no answer was stored");
  const ofCompany = { companyId: ctx.company.id };
  await inCompany(ctx.company.id, (tx) => tx.idempotencyKey.deleteMany({ where: ofCompany }));
  let waiting: ReturnType<typeof update> | undefined;
  await inCompany(ctx.company.id, async (tx) => {
    await tx.idempotencyKey.create({ data: stored });
    waiting = update();
    await expect.poll(isAnyWaiting, { timeout: 10_000 }).toBe(true);
  });
  expect((await waiting)?.body).toMatchObject({ changed: true, call: { tokens: { a: "1" } } });
  expect((await historyOf(id)).changes.length).toBeLessThan(2);
});

async function isAnyWaiting(): Promise<boolean> {
  const { rowCount } = await pool().query(
    "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
  );
  return (rowCount ?? 0) > 0;
}

test("the key with another request is rejected, and nothing changes", async () => {
  const { owner, givenCall, getCall } = await givenApi();
  const { id } = await givenCall();
  const send = sendWith(owner, "one");
  await send("PUT", `/calls/${id}`, { revenue: "10", tokens: { a: "1", b: "2" } });
  const same = await send("PUT", `/calls/${id}`, { tokens: { b: "2", a: "1" }, revenue: 10 });
  expect(same).toMatchObject({ status: 200, body: { changed: true } });
  for (const other of [{ revenue: "11" }, { revenue: "10" }]) {
    const answer = await send("PUT", `/calls/${id}`, other);
    expect(answer).toMatchObject({ status: 422, body: { errors: { "Idempotency-Key": expect.any(String) } } });
  }
  expect((await send("POST", "/buyers", { name: "Elm" })).status).toBe(422);
  expect((await getCall(id)).version).toBe(1);
});

test("a rejected request uses up no key", async () => {
  const { owner, ctx, givenCall } = await givenApi();
  const { id } = await givenCall();
  const send = sendWith(owner, "again");
  expect((await send("PUT", `/calls/${id}`, { version: 7, revenue: "10" })).status).toBe(409);
  expect((await send("PUT", `/calls/${id}`, { revenue: "1,000" })).status).toBe(422);
  expect(await storedKeys(ctx.company)).toEqual([]);
  expect((await send("PUT", `/calls/${id}`, { revenue: "10" })).body).toMatchObject({ changed: true });
});

test("any write is replayed, also to whom a secret is shown once, and the secret is not stored as it is", async () => {
  const { owner, ctx } = await givenApi();
  const send = sendWith(owner, "first-key");
  const create = () => send<{ secret: string; api_key: Fields }>("POST", "/api-keys", { name: "Elm", role: "viewer" });
  const [first, second] = [await create(), await create()];
  expect(first.status).toBe(201);
  expect(second).toMatchObject({ status: 201, body: first.body });
  expect(second.headers.get("location")).toBe(first.headers.get("location"));
  const [stored] = await storedKeys(ctx.company);
  expect(Buffer.from(stored?.answer ?? []).includes(first.body.secret)).toBe(false);
  const { body } = await owner.get<{ api_keys: readonly Fields[] }>("/api-keys");
  expect(body.api_keys.filter(({ name }) => name === "Elm")).toHaveLength(1);
});

test("32 equal creations at once make one", async () => {
  const { owner } = await givenApi();
  const send = sendWith(owner, "elm");
  const answers = await Promise.all(Array.from({ length: TIMES }, () => send("POST", "/buyers", { name: "Elm" })));
  expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
  const { body } = await owner.get<{ buyers: readonly Fields[] }>("/buyers?q=Elm");
  expect(body.buyers).toHaveLength(1);
});

test("a credential never gets the answer to another one", async () => {
  const { owner, keyOf } = await givenApi();
  const other = await keyOf("owner");
  const create = (api: Api, name: string) => sendWith(api, "same")<{ buyer: Fields }>("POST", "/buyers", { name });
  expect(await create(owner, "Elm")).toMatchObject({ status: 201, body: { buyer: { name: "Elm" } } });
  expect(await create(other, "Fir")).toMatchObject({ status: 201, body: { buyer: { name: "Fir" } } });
  expect(await create(other, "Elm")).toMatchObject({ status: 422 });
});

test("an effect that fails after it was written leaves neither itself nor its answer", async () => {
  const { ctx } = await givenApi();
  const idempotencyKey = readIdempotencyKey(ctx, "crash", asked);
  const insert = (name: string) =>
    inCompany(ctx.company.id, (tx) => tx.buyer.create({ data: { companyId: ctx.company.id, name } }));
  const crashing = answerOnce({ ...ctx, idempotencyKey }, undefined, async () => {
    await insert("Elm");
    throw new Error("the server ends here");
  });
  await expect(crashing).rejects.toThrow("the server ends here");
  const buyers = await inCompany(ctx.company.id, (tx) =>
    tx.buyer.count({ where: { companyId: ctx.company.id, name: "Elm" } }),
  );
  expect([buyers, await storedKeys(ctx.company)]).toEqual([0, []]);
});

test("an answer is replayed for 30 days", async () => {
  const { owner, ctx, company } = await givenApi();
  await sendWith(owner, "old")("POST", "/buyers", { name: "Elm" });
  const createdAt = (await storedKeys(company))[0]?.createdAt.getTime() ?? 0;
  const daysLater = (days: number) => () => new Date(createdAt + days * 86_400_000 + 1);
  await expireAnswersOfAll(daysLater(29));
  expect(await storedKeys(ctx.company)).toHaveLength(1);
  await expireAnswersOfAll(daysLater(30));
  expect(await storedKeys(ctx.company)).toEqual([]);
});

test("the answer is not repeated once the sender's permissions changed, or the caller was erased", async () => {
  const { owner, ctx, givenCall } = await givenApi();
  const { id } = await givenCall({ caller: "+13035550186" });
  const send = sendWith(owner, "erased");
  await send("PUT", `/calls/${id}`, { revenue: "10" });
  const [stored] = await storedKeys(ctx.company);
  const owning = await givenApiKey(ctx, "owner");
  const hex = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString("hex");
  const idempotencyKey = { key: hex(stored?.keyHash), request: hex(stored?.requestHash) };
  const open = async (actor: typeof owning.ctx.actor) => {
    const keyed = { ...ctx, actor, idempotencyKey };
    const [answer] = (await inCompany(ctx.company.id, (tx) => findStored(tx, [keyed]))).values();
    return answer && openStored(keyed, answer);
  };
  expect(await open(owning.ctx.actor)).toMatchObject({ changed: true });
  await expect(open((await givenApiKey(ctx, "viewer")).ctx.actor)).rejects.toThrow("permissions have changed");
  await owner.post("/erasures", { caller: "+13035550186" });
  expect(await send("PUT", `/calls/${id}`, { revenue: "10" })).toMatchObject({ status: 409 });
  expect((await storedKeys(ctx.company)).map(({ answer }) => answer)).toEqual([null]);
});
