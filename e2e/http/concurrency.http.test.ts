import { expect, test } from "vitest";
import { ConversionAnswer } from "@/lib/call/contract/call";
import { type Ask, ask, read } from "./support/ask";
import { rollUp } from "./support/convert";
import { keyOf } from "./support/credentials";
import { demo, other } from "./support/demo";
import { everythingOf, type GivenCall, givenCall } from "./support/given-call";
import { expectLogAndBooksAgree } from "./support/replay";

const AT_ONCE = 64;
const many = <T>(make: (index: number) => T) => Array.from({ length: AT_ONCE }, (_, index) => make(index));

/** Alternates between the secure API and the API key. */
async function send(call: GivenCall, index: number, query: Ask["query"]) {
  const path = index % 2 ? `/api/v1/calls/${call.id}` : `/api/v1/secure/${demo.secure_token}/calls/${call.uuid}`;
  return read(ConversionAnswer, await ask("PUT", path, { headers: index % 2 ? keyOf(demo) : {}, query }));
}

test("64 identical conversions at once are one change and one charge", async () => {
  const call = await givenCall(demo);
  const answers = await Promise.all(many((index) => send(call, index, { buyer_converted: "true", revenue: "10" })));
  expect(answers.filter(({ changed }) => changed)).toHaveLength(1);
  expect(new Set(answers.map((answer) => answer.call.version))).toEqual(new Set([1]));

  await Promise.all([rollUp(), rollUp(), rollUp()]);
  const { changes, entries } = await everythingOf(demo, call.id);
  expect(changes).toHaveLength(1);
  expect(entries).toMatchObject([{ kind: "charge", amount: "10.00" }]);
});

test("64 simultaneous updates with one event_id are applied once", async () => {
  const call = await givenCall(demo);
  const query = { buyer_converted: "true", revenue: "10", event_id: "sale" };
  const answers = await Promise.all(many(() => send(call, 1, query)));
  expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1);
  expect((await everythingOf(demo, call.id)).changes).toHaveLength(1);
});

test("after 64 simultaneous updates of one call its state matches the changes, and the books balance", async () => {
  const call = await givenCall(demo);
  const flips = many((index) =>
    send(call, index, {
      ...((index % 3 || index % 4 === 0) && {
        buyer_converted: String(index % 2 === 0),
        revenue: `${index + 1}.0${index % 10}`,
      }),
      ...(index % 4 && { offer_converted: String(index % 5 > 1) }),
    }),
  );
  const rollups = many(() => null)
    .slice(0, 4)
    .map(() => rollUp());
  const answers = await Promise.all(flips);
  await Promise.all(rollups);

  const meanwhile = await everythingOf(demo, call.id);
  expect(meanwhile.changes).toHaveLength(answers.filter(({ changed }) => changed).length);
  await rollUp();
  expectLogAndBooksAgree(await everythingOf(demo, call.id));
});

test("of 64 simultaneous saves from one version one is saved, and the others get its changes", async () => {
  const call = await givenCall(demo);
  const saves = many((index) => {
    const json = { version: 0, buyer_converted: true, revenue: String(index + 1) };
    return ask("PUT", `/api/v1/calls/${call.id}`, { headers: keyOf(demo), json });
  });
  const statuses = (await Promise.all(saves)).map(({ status }) => status);
  expect(statuses.sort()).toEqual([200, ...Array(AT_ONCE - 1).fill(409)]);
  expect((await everythingOf(demo, call.id)).call.version).toBe(1);
});

test("two companies never affect each other", async () => {
  const [ours, theirs] = [await givenCall(demo), await givenCall(other)];
  const asked = many((index) => {
    const [tenant, call] = index % 2 ? [demo, ours] : [other, theirs];
    const query = { buyer_converted: String(index % 3 > 0), revenue: `${index}.50` };
    const path = index % 5 ? `/api/v1/calls/${call.id}` : `/api/v1/secure/${tenant.secure_token}/calls/${call.uuid}`;
    return ask("PUT", path, { headers: index % 5 ? keyOf(tenant) : {}, query });
  });
  const answers = await Promise.all(asked);
  for (const [index, { status, body }] of answers.entries()) {
    expect({ status, body }).toMatchObject({ status: 200, body: { call: { id: index % 2 ? ours.id : theirs.id } } });
  }
  for (const tenant of [demo, other]) await ask("POST", "/api/v1/rollups", { headers: keyOf(tenant) });
  expectLogAndBooksAgree(await everythingOf(demo, ours.id));
  expectLogAndBooksAgree(await everythingOf(other, theirs.id));
});

test("an invalid request among many simultaneous ones affects no other", async () => {
  const calls = await Promise.all(Array.from({ length: 8 }, () => givenCall(demo)));
  const asked = many((index) => {
    const call = calls[index % calls.length];
    const query = { buyer_converted: "true", revenue: "10", ...(index % 8 === 0 && { buyer_id: "987654321" }) };
    return ask("PUT", `/api/v1/calls/${call?.id}`, { headers: keyOf(demo), query });
  });
  const statuses = (await Promise.all(asked)).map(({ status }) => status);
  expect(statuses).toEqual(many((index) => (index % 8 === 0 ? 422 : 200)));
});
