import { randomBytes } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { ConversionAnswer } from "@/lib/call/contract/call";
import { type Answer, ask, read } from "./support/ask";
import { convert, rollUp } from "./support/convert";
import { bearer } from "./support/credentials";
import { database } from "./support/database";
import { demo, type Role } from "./support/demo";
import { everythingOf, type GivenCall, givenCall } from "./support/given-call";
import { expectProblem } from "./support/refusal";
import { sessionOf } from "./support/session";

type Headers = Readonly<Record<string, string>>;

/** Names of amount fields in answers. */
const MONEY =
  /"(?:revenue|payout|amount|totals|charged|credited|payouts|clawbacks|net_revenue|net_payout)":|[0-9]+\.[0-9]{2}\b/;
const expectNoMoney = ({ text }: Answer) => expect(text.replace(/[0-9T:-]+\.[0-9]{3}Z/g, "")).not.toMatch(MONEY);

let call: GivenCall;
beforeAll(async () => {
  call = await givenCall(demo);
  await convert(call, {
    query: { buyer_converted: "true", revenue: "41.23", offer_converted: "true", payout: "17.89" },
  });
  await rollUp();
  await convert(call, { query: { buyer_converted: "true", revenue: "43.21" } });
});

const blind: readonly (readonly [string, () => Promise<Headers>])[] = [
  ["the operator", () => sessionOf(demo, "operator")],
  ["the viewer", () => sessionOf(demo, "viewer")],
  ...(database ? ([["a key with the operator's permissions", operatorsKey]] as const) : []),
];

describe.each(blind)("%s, without the revenue permission", (_, headersOf) => {
  test.each(["", "/changes", "/billing"])("sees no amount in GET /calls/:id%s", async (part) => {
    const answer = await ask("GET", `/api/v1/calls/${call.id}${part}`, { headers: await headersOf() });
    expect(answer.status).toBe(200);
    expectNoMoney(answer);
  });

  test("sees no amount in the list", async () => {
    const answer = await ask("GET", "/api/v1/calls?per_page=50", { headers: await headersOf() });
    expect(answer.status).toBe(200);
    // A price that an integration reported is a token, not an amount of the call.
    expectNoMoney({ ...answer, text: answer.text.replace(/"tokens":\{[^}]*\}/g, "") });
  });

  test("still sees the kinds of entries", async () => {
    const { body } = await ask("GET", `/api/v1/calls/${call.id}/billing`, { headers: await headersOf() });
    const charge = expect.objectContaining({ kind: "charge", party: expect.objectContaining({ type: "buyer" }) });
    expect(body).toMatchObject({ billing: { currency: "USD", entries: expect.arrayContaining([charge]) } });
  });
});

describe.each(blind.filter(([who]) => who !== "the viewer"))("%s updates conversions", (_, headersOf) => {
  test("and sees no amount in the answer", async () => {
    const own = await givenCall(demo);
    await convert(own, { query: { revenue: "41.23", payout: "17.89" } });
    const answer = await ask("PUT", `/api/v1/calls/${own.id}`, {
      headers: await headersOf(),
      query: { buyer_converted: "1", offer_converted: "1" },
    });
    expect(read(ConversionAnswer, answer)).toMatchObject({
      changed: true,
      call: { buyer_converted: true, offer_converted: true },
    });
    expectNoMoney(answer);
    for (const verb of ["lock", "automatic"]) {
      const json = { side: "buyer", ...(verb === "lock" && { locked: true }) };
      expectNoMoney(await ask("POST", `/api/v1/calls/${own.id}/${verb}`, { headers: await headersOf(), json }));
    }
  });

  test("nor from a stale version", async () => {
    const answer = await ask("PUT", `/api/v1/calls/${call.id}`, {
      headers: await headersOf(),
      query: { buyer_converted: "0", version: "0" },
    });
    expect(expectProblem(answer, 409, "stale_version").changes?.length).toBeGreaterThan(0);
    expectNoMoney(answer);
  });

  test.each(["revenue", "payout"])("and may not send %s: nothing of that request is saved", async (field) => {
    const before = await everythingOf(demo, call.id);
    for (const value of ["50", "43.21", "0"]) {
      const query = { buyer_converted: "false", "tokens[zip]": "1", reason: "Mine.", [field]: value };
      const answer = await ask("PUT", `/api/v1/calls/${call.uuid}`, { headers: await headersOf(), query });
      expect(expectProblem(answer, 403, "forbidden").permission).toBe(`call.${field}: update`);
      expectNoMoney({ ...answer, text: answer.text.replaceAll(`call.${field}`, "") });
    }
    expect(await everythingOf(demo, call.id)).toMatchObject({ call: before.call, changes: before.changes });
  });
});

/** What each role may do; everything else answers 403 and changes nothing. */
const ALLOWED: Readonly<Record<Role, readonly string[]>> = {
  owner: ["flip", "price", "pay", "tokens", "lock", "automatic", "roll up", "read rollups"],
  manager: ["flip", "price", "pay", "tokens", "lock", "automatic", "roll up", "read rollups"],
  operator: ["flip", "tokens", "lock", "automatic"],
  billing: ["roll up", "read rollups"],
  viewer: [],
};

const DEEDS: Readonly<Record<string, (id: number, headers: Headers) => Promise<Answer>>> = {
  flip: (id, headers) => ask("PUT", `/api/v1/calls/${id}`, { headers, query: { offer_converted: "true" } }),
  price: (id, headers) => ask("PUT", `/api/v1/calls/${id}`, { headers, json: { revenue: "1" } }),
  pay: (id, headers) => ask("POST", `/api/v1/calls/${id}`, { headers, form: { payout: "1" } }),
  tokens: (id, headers) => ask("PUT", `/api/v1/calls/${id}`, { headers, json: { tokens: { zip: "1" } } }),
  lock: (id, headers) => ask("POST", `/api/v1/calls/${id}/lock`, { headers, json: { side: "buyer", locked: true } }),
  automatic: (id, headers) => ask("POST", `/api/v1/calls/${id}/automatic`, { headers, json: { side: "offer" } }),
  "roll up": (_, headers) => ask("POST", "/api/v1/rollups", { headers }),
  "read rollups": (_, headers) => ask("GET", "/api/v1/rollups", { headers }),
};

describe.each(Object.entries(ALLOWED))("the %s", (role, allowed) => {
  test.each(Object.entries(DEEDS))(`to %s`, async (deed, attempt) => {
    const own = await givenCall(demo);
    const before = await everythingOf(demo, own.id);
    const answer = await attempt(own.id, await sessionOf(demo, role as Role));
    if (allowed.includes(deed)) {
      expect(answer.status, answer.text).toBe(200);
      return;
    }
    expect(expectProblem(answer, 403, "forbidden").permission).toMatch(/^[a-z._]+: (read|update)$/);
    expect(await everythingOf(demo, own.id)).toEqual(before);
  });

  test("reads calls", async () => {
    expect((await ask("GET", "/api/v1/calls", { headers: await sessionOf(demo, role as Role) })).status).toBe(200);
  });
});

test("billing reads amounts and changes no conversions", async () => {
  const headers = await sessionOf(demo, "billing");
  const { body } = await ask("GET", `/api/v1/calls/${call.id}`, { headers });
  expect(body).toMatchObject({ call: { revenue: "43.21", payout: expect.any(String) } });
  const billing = await ask("GET", `/api/v1/calls/${call.id}/billing`, { headers });
  expect(billing.body).toMatchObject({ billing: { totals: { charged: expect.any(String) } } });
});

async function operatorsKey(): Promise<Headers> {
  const secret = randomBytes(20).toString("hex");
  await database?.addApiKey(demo, { secret, role: "operator" });
  return bearer(secret);
}
