import { expect, test } from "vitest";
import { ConversionAnswer } from "@/lib/call/contract/call";
import { ask, read } from "./support/ask";
import { convert } from "./support/convert";
import { keyOf } from "./support/credentials";
import { database } from "./support/database";
import { demo } from "./support/demo";
import { everythingOf, givenCall } from "./support/given-call";
import { expectProblem } from "./support/refusal";
import { sessionOf } from "./support/session";

const post = async (id: number, verb: "lock" | "automatic", json: unknown, headers = keyOf(demo)) =>
  read(ConversionAnswer, await ask("POST", `/api/v1/calls/${id}/${verb}`, { headers, json }));

test("a locked side holds updates from outside, but not the other side or people", async () => {
  const call = await givenCall(demo);
  const locked = await post(call.id, "lock", { side: "buyer", locked: true }, await sessionOf(demo, "owner"));
  expect(locked).toMatchObject({ changed: true, call: { buyer_locked: true, offer_locked: false } });

  const statement = { query: { buyer_converted: "true", offer_converted: "true", revenue: "10", payout: "4" } };
  expect(await convert(call, statement)).toMatchObject({
    status: 200,
    changed: true,
    held: true,
    call: { buyer_converted: false, offer_converted: true, revenue: "0.00", payout: "4.00" },
  });
  const byHand = await convert(call, { query: { buyer_converted: "true" } }, await sessionOf(demo, "owner"));
  expect(byHand).toMatchObject({ changed: true, call: { buyer_converted: true } });
  expect(byHand).not.toHaveProperty("held");
  if (database) expect(await database.inboxOf(demo, call.uuid)).toMatchObject([{ reason: "locked", side: "buyer" }]);
});

test("locking a locked side changes nothing; an unlocked side accepts updates again", async () => {
  const call = await givenCall(demo);
  const lock = (locked: unknown) => post(call.id, "lock", { side: "offer", locked });
  expect((await lock(true)).changed).toBe(true);
  expect((await lock("yes")).changed).toBe(false);
  expect((await lock("off")).changed).toBe(true);
  expect(await convert(call, { query: { offer_converted: "1" } })).toMatchObject({ call: { offer_converted: true } });
});

test("a side that returns to automatic drops its explicit update", async () => {
  const call = await givenCall(demo);
  await convert(call, { query: { buyer_converted: "true", revenue: "10" } });
  await post(call.id, "lock", { side: "buyer", locked: true });
  expect(await post(call.id, "automatic", { side: "buyer" })).toMatchObject({
    changed: true,
    call: { buyer_converted: false, buyer_locked: false, buyer_decision: null, revenue: "0.00" },
  });
  expect((await post(call.id, "automatic", { side: "buyer" })).changed).toBe(false);
  expect((await everythingOf(demo, call.id)).changes).toHaveLength(3);
});

test("a lock from a stale version is rejected", async () => {
  const call = await givenCall(demo);
  await convert(call, { query: { buyer_converted: "true" } });
  const json = { side: "buyer", locked: true, version: 0 };
  for (const verb of ["lock", "automatic"]) {
    const { locked: _, ...withoutLocked } = json;
    const sent = verb === "lock" ? json : withoutLocked;
    const answer = await ask("POST", `/api/v1/calls/${call.id}/${verb}`, { headers: keyOf(demo), json: sent });
    expectProblem(answer, 409, "stale_version");
  }
});
