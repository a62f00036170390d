import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HeldAnswer } from "@/lib/call/contract/call";
import { type Ask, ask, read } from "./support/ask";
import { EVERYWHERE, STRICT } from "./support/bad-input";
import { keyOf } from "./support/credentials";
import { demo, other } from "./support/demo";
import { callOf, everythingOf, type GivenCall, givenCall, partiesOf } from "./support/given-call";
import { expectProblem } from "./support/refusal";

const key = keyOf(demo);
let call: GivenCall;
let before: Awaited<ReturnType<typeof everythingOf>>;
beforeAll(async () => {
  call = await givenCall(demo);
  await ask("PUT", `/api/v1/calls/${call.id}`, { headers: key, query: { buyer_converted: "true", revenue: "7.00" } });
  // Run the rollup first: otherwise pending entries are posted within the minute and look like a saved change.
  await ask("POST", "/api/v1/rollups", { headers: key });
  before = await everythingOf(demo, call.id);
});

afterAll(async () => expect(await everythingOf(demo, call.id)).toEqual(before));

/** Anything that was saved shows in the call's fields, version or tokens. */
const expectNothingSaved = async () => expect(await callOf(demo, call.id)).toEqual(before.call);
const put = (request: Ask) =>
  ask("PUT", `/api/v1/calls/${call.id}`, { ...request, headers: { ...key, ...request.headers } });
const putSecure = (request: Ask) => ask("PUT", `/api/v1/secure/${demo.secure_token}/calls/${call.uuid}`, request);
const as = (type: string) => ({ "content-type": type });

const named = ([what, request, field]: (typeof EVERYWHERE)[number]) => ({ what, request, field });

describe.each([
  ["with a key", put],
  ["with a secure token", putSecure],
])("nothing of an invalid request is saved, %s", (sender, send) => {
  test.each(EVERYWHERE.map(named))("$what", async ({ request, field }) => {
    const problem = expectProblem(await send(request), 422, "invalid");
    if (field) expect(Object.keys(problem.errors ?? {})).toEqual([field]);
    await expectNothingSaved();
  });

  test.each([
    ["application/xml", "<buyer_converted>false</buyer_converted>"],
    ["text/plain", "not converted"],
    ["", "not converted"],
  ])("an unreadable body of the type “%s” is unsupported, or held on forgiving routes", async (type, body) => {
    const answer = await send({ body: Buffer.from(body), headers: type ? as(type) : {} });
    // A secure route holds unreadable values in the inbox.
    if (sender === "with a secure token" && type !== "application/xml")
      expect(read(HeldAnswer, answer)).toMatchObject({ held: true, changed: false });
    else expectProblem(answer, 415);
    await expectNothingSaved();
  });

  test.each([
    ["declared", () => `{"reason":"${"x".repeat(2 * 1024 * 1024)}"}`],
    ["in chunks", () => inChunks(2 * 1024 * 1024)],
  ])("a body of two megabytes, %s, is too large", async (_, body) => {
    expectProblem(await send({ body: body(), headers: as("application/json") }), 413);
    expectProblem(await send({ query: { revenue: "-1" } }), 422);
    await expectNothingSaved();
  });
});

function inChunks(bytes: number): ReadableStream<Uint8Array> {
  const chunk = new Uint8Array(64 * 1024).fill(0x20);
  let left = bytes;
  return new ReadableStream({
    pull(controller) {
      left -= chunk.byteLength;
      if (left >= 0) controller.enqueue(chunk);
      else controller.close();
    },
  });
}

test.each(STRICT.map(named))("with an API key $what is rejected", async ({ request, field }) => {
  const problem = expectProblem(await put(request), 422);
  if (field) expect(Object.keys(problem.errors ?? {})).toEqual([field]);
  await expectNothingSaved();
});

test.each([
  ["text/plain", "buyer_converted=false"],
  ["", "buyer_converted=false"],
  ["application/jsonp", "{}"],
])("with an API key a body of the type “%s” is rejected, whatever it contains", async (type, body) => {
  expectProblem(await put({ body: Buffer.from(body), headers: type ? as(type) : {} }), 415);
  await expectNothingSaved();
});

test("every invalid field is named at once", async () => {
  const problem = expectProblem(await put({ query: { buyer_converted: "maybe", revenue: "-1", colour: "red" } }), 422);
  expect(Object.keys(problem.errors ?? {}).sort()).toEqual(["buyer_converted", "colour", "revenue"]);
});

test("a call is not moved to a buyer of another company", async () => {
  const { buyerIds, sourceIds } = await partiesOf(other);
  expectProblem(await put({ json: { buyer_id: buyerIds[0], traffic_source_id: sourceIds[0] } }), 422);
  await expectNothingSaved();
});

test("a version other than the call's is a conflict", async () => {
  for (const version of ["0", "2", "999999999"]) {
    expectProblem(await put({ query: { version, buyer_converted: "false" } }), 409, "stale_version");
  }
  await expectNothingSaved();
});
