import { describe, expect, test } from "vitest";
import { ConversionAnswer } from "@/lib/call/contract/call";
import { type Ask, ask, read } from "./support/ask";
import { bearer, keyOf } from "./support/credentials";
import { demo } from "./support/demo";
import { callOf, everythingOf, givenCall } from "./support/given-call";
import { givenBuyer } from "./support/given-settings";
import { expectProblem } from "./support/refusal";
import { sessionOf } from "./support/session";

const post = (id: string | number, request: Ask) =>
  ask("POST", `/api/v1/calls/${id}/tokens`, { headers: keyOf(demo), ...request });

test.each<[string, Ask]>([
  ["a query", { query: { "tokens[zip]": "80202" } }],
  ["a form", { form: { "tokens[zip]": "80202" } }],
  ["JSON", { json: { tokens: { zip: "80202" } } }],
])("%s sets tokens and keeps the others; the same again changes nothing", async (_, request) => {
  const { id, uuid } = await givenCall(demo, { tokens: { age: "9" } });
  expect(read(ConversionAnswer, await post(uuid, request))).toMatchObject({
    changed: true,
    call: { tokens: { age: "9", zip: "80202" } },
  });
  expect(read(ConversionAnswer, await post(id, request))).toMatchObject({ changed: false });
});

test("a token that satisfies a rule converts the call, at the rule's price", async () => {
  const buyerId = await givenBuyer(demo, {
    rules: [
      {
        name: "Booked",
        condition: { all: [{ token: "booked", operator: "equals", values: ["true"] }] },
        amount: { kind: "fixed", amount: "21.50" },
      },
    ],
  });
  const { id } = await givenCall(demo, { buyer_id: buyerId });
  const answer = read(ConversionAnswer, await post(id, { json: { tokens: { booked: "true" } } }));
  expect(answer.call).toMatchObject({ buyer_converted: true, offer_converted: false, revenue: "21.50" });
  expect(answer.call.buyer_decision).toMatchObject({ mechanism: "rule", explicit: false, rule: { id: 1 } });
});

describe("with the secure token", () => {
  const addresses = (uuid: string): [string, Record<string, string>][] => [
    [`/api/v1/secure/${demo.secure_token}/calls/${uuid}/tokens`, {}],
    [`/api/v1/secure/calls/${uuid}/tokens`, bearer(demo.secure_token)],
  ];

  test("an unknown field is listed, and no tokens of the call are shown", async () => {
    const { id, uuid } = await givenCall(demo);
    for (const [address, headers] of addresses(uuid)) {
      const answer = await ask("POST", address, {
        headers,
        query: { "tokens[zip]": "80202", utm_source: "x", empty: "" },
      });
      expect(read(ConversionAnswer, answer)).toMatchObject({ status: 200, ignored: ["utm_source"] });
      expect(answer.text).not.toMatch(/80202|"caller"/);
    }
    expect((await callOf(demo, id)).tokens).toEqual({ zip: "80202" });
  });

  test("a call's numeric id is not found", async () => {
    const { id } = await givenCall(demo);
    for (const [address, headers] of addresses(String(id))) {
      expectProblem(await ask("POST", address, { headers, query: { "tokens[zip]": "1" } }), 404, "not_found");
    }
  });
});

test.each<[string, Ask, string]>([
  ["no token at all", {}, "tokens"],
  ["an empty object", { json: { tokens: {} } }, "tokens"],
  ["a name in capitals", { form: { "tokens[Zip]": "1" } }, "tokens[Zip]"],
  ["NUL", { json: '{"tokens": {"zip": "\\u0000"}}' }, "tokens[zip]"],
  ["an unknown parameter", { form: { "tokens[zip]": "1", buyer_converted: "true" } }, "buyer_converted"],
])("%s is refused, and nothing is saved", async (_, request, field) => {
  const { id } = await givenCall(demo);
  const before = await everythingOf(demo, id);
  const problem = expectProblem(await post(id, request), 422, "invalid");
  expect(Object.keys(problem.errors ?? {})).toContain(field);
  expect(await everythingOf(demo, id)).toEqual(before);
});

test("a viewer may not add tokens, an operator may", async () => {
  const { id } = await givenCall(demo);
  const request = { json: { tokens: { zip: "80202" } } };
  const refused = await post(id, { ...request, headers: await sessionOf(demo, "viewer") });
  expect(expectProblem(refused, 403, "forbidden").permission).toBe("call.tokens: update");
  expect((await post(id, { ...request, headers: await sessionOf(demo, "operator") })).status).toBe(200);
});
