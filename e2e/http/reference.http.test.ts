import { beforeAll, describe, expect, test } from "vitest";
import { OPENAPI } from "@/app/api/v1/_reference/openapi-declaration";
import { ROUTE_FILES } from "@/app/api/v1/_reference/route-files";
import { allRoutes } from "@/lib/api/all-routes";
import { slugOf } from "@/lib/api/contract/sections";
import type { OpenApi, Operation } from "@/lib/platform/contract/open-api";
import { TITLES } from "@/lib/platform/http/problem";
import { type Answer, ask } from "./support/ask";
import { convert, rollUp } from "./support/convert";
import { keyOf } from "./support/credentials";
import { baseUrl, demo } from "./support/demo";
import { type GivenCall, givenCall } from "./support/given-call";
import { eventsOf, givenPostingIntegration, type PostingIntegration, retellEnded } from "./support/given-source";
import { readRouteTree } from "./support/route-tree";
import { runCurl } from "./support/run-curl";
import { sessionOf } from "./support/session";

const published = await ask("GET", "/api/v1/openapi.json");
const reference = published.body as OpenApi;
const operations = Object.entries(reference.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]): [string, Operation] => [
    `${method.toUpperCase()} ${path}`,
    operation,
  ]),
);

/**
 * Examples that curl cannot run here: a provider's signature is tested in intake.http.test.ts, and a month that is
 * closed stays closed, so periods.spec.ts tests that.
 */
const TRIED_ELSEWHERE = new Set([
  "POST /intake/{provider}/{source_key}",
  "POST /periods/{month}/close",
  "POST /setup",
  "POST /member-links/{link_key}",
]);
/** What members do about their own access takes a session and their password: people.http.test.ts. */
const isOwn = (name: string) => name.includes(" /me/");

let call: GivenCall;
let source: PostingIntegration;
let eventId: number | undefined;
let webhookKey: string;
let inboxId: number;
/** The current month of the books. */
let month: string | undefined;
/** Parties created for this file, whose settings the examples may change. */
let own: { buyer: number; offer: number };
let documentNumber: number;
/** Caps that the examples may edit, withdraw and read, one each. */
let caps: { buyers: number[]; "traffic-sources": number[] };
let ownSource: number;
let statementNumber: string;
/** Keys that the examples may rotate and revoke, one each. */
let apiKeys: number[];
let secureToken: number;
let batchId: number;
/** Invited for this file. */
let memberId: number;
/** Endpoints that the examples may read, change and delete, one each, and one with a delivery. */
let endpoints: number[];
let testedEndpoint: number;
let deliveryId: string;
beforeAll(async () => {
  call = await givenCall(demo);
  await convert(call, { query: { buyer_converted: "true", revenue: "10", reason: "Sold.", "tokens[zip]": "80202" } });
  await rollUp();
  await convert(call, { query: { buyer_converted: "false" } });
  own = { buyer: await idOfNew("buyers"), offer: await idOfNew("offers") };
  documentNumber = await numberOfPayment(own.buyer);
  statementNumber = await numberOfStatement(own.buyer);
  ownSource = await idOfNew("traffic-sources");
  caps = { buyers: await newCaps("buyers", own.buyer), "traffic-sources": await newCaps("traffic-sources", ownSource) };
  source = await givenPostingIntegration(demo);
  await source.deliver(retellEnded());
  // A webhook of another buyer: the examples make this buyer require signatures.
  webhookKey = await keyOfNewWebhook(await idOfNew("buyers"));
  inboxId = await idOfRefusal();
  month = await openMonth();
  apiKeys = [await idOfNewCredential("api-keys"), await idOfNewCredential("api-keys")];
  secureToken = await idOfNewCredential("secure-tokens");
  memberId = await idOfInvited();
  batchId = await idOfBatch();
  endpoints = [await idOfNewEndpoint(), await idOfNewEndpoint(), await idOfNewEndpoint()];
  testedEndpoint = await idOfNewEndpoint();
  deliveryId = await idOfTest(testedEndpoint);
  await saveLogo();
  eventId = (await eventsOf(demo, source.id))[0]?.id;
});

async function idOfNew(kind: "buyers" | "offers" | "traffic-sources"): Promise<number> {
  const json = { name: "Of the reference" };
  const { body } = await ask("POST", `/api/v1/${kind}`, { headers: keyOf(demo), json });
  const { id } = Object.values(body as Record<string, { id: number }>).find((value) => typeof value === "object") ?? {};
  return id ?? 0;
}

async function idOfNewCredential(kind: "api-keys" | "secure-tokens"): Promise<number> {
  const json = { name: "Of the reference", ...(kind === "api-keys" && { role: "viewer" }) };
  const { headers } = await ask("POST", `/api/v1/${kind}`, { headers: keyOf(demo), json });
  return Number(headers.get("location")?.split("/").at(-1));
}

async function idOfBatch(): Promise<number> {
  const json = { updates: [{ id: call.id, revenue: "11" }] };
  const { body } = await ask("POST", "/api/v1/calls/bulk", { headers: keyOf(demo), json });
  return (body as { batch: { id: number } }).batch.id;
}

async function idOfNewEndpoint(): Promise<number> {
  const json = { name: "Of the reference", url: "https://receiver.invalid/", events: ["buyer.converted"] };
  const { headers } = await ask("POST", "/api/v1/webhook-endpoints", { headers: keyOf(demo), json });
  return Number(headers.get("location")?.split("/").at(-1));
}

/** The delivery of a test event, which nobody receives. */
async function idOfTest(endpoint: number): Promise<string> {
  const { body } = await ask("POST", `/api/v1/webhook-endpoints/${endpoint}/test`, { headers: keyOf(demo) });
  return (body as { delivery: { id: string } }).delivery.id;
}

/** The image of the example, whose version another example downloads. */
async function saveLogo(): Promise<void> {
  const image = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
  await ask("PUT", "/api/v1/company/logo", { headers: keyOf(demo), json: { image } });
}

async function idOfInvited(): Promise<number> {
  const json = { email: `robin-${Date.now()}@example.test`, name: "Robin Vance", role: "viewer" };
  const { body } = await ask("POST", "/api/v1/members", { headers: keyOf(demo), json });
  return (body as { member: { id: number } }).member.id;
}

async function newCaps(kind: "buyers" | "traffic-sources", id: number): Promise<number[]> {
  const ids: number[] = [];
  for (const span of ["hour", "day", "total"]) {
    const json = { measure: "attempts", span, limit: "100" };
    const { body } = await ask("POST", `/api/v1/${kind}/${id}/caps`, { headers: keyOf(demo), json });
    ids.push((body as { cap: { id: number } }).cap.id);
  }
  return ids;
}

async function numberOfPayment(buyer: number): Promise<number> {
  const json = { kind: "payment", amount: "100" };
  const { body } = await ask("POST", `/api/v1/buyers/${buyer}/documents`, { headers: keyOf(demo), json });
  return (body as { document: { number: number } }).document.number;
}

/** A statement of a buyer whose only entry is old enough that its cycle has ended. */
async function numberOfStatement(buyer: number): Promise<string> {
  const headers = keyOf(demo);
  const json = {
    kind: "opening_balance",
    direction: "increase",
    amount: "25.00",
    dated: "2026-01-15",
    reason: "Carried over.",
  };
  await ask("POST", `/api/v1/buyers/${buyer}/documents`, { headers, json });
  const { body } = await ask("POST", "/api/v1/statements/issue", { headers, json: { buyer_id: buyer } });
  return (body as { numbers: string[] }).numbers[0] ?? "";
}

async function keyOfNewWebhook(buyer: number): Promise<string> {
  const { body } = await ask("PUT", `/api/v1/buyers/${buyer}/webhook`, {
    headers: keyOf(demo),
    json: { get_allowed: true },
  });
  return (body as { webhook: { url: string } }).webhook.url.split("/").at(-1) ?? "";
}

async function openMonth(): Promise<string | undefined> {
  const { body } = await ask("GET", "/api/v1/periods", { headers: keyOf(demo) });
  return (body as { periods: { month: string; state: string }[] }).periods.find(({ state }) => state === "open")?.month;
}

async function idOfRefusal(): Promise<number> {
  await ask("PUT", `/api/v1/secure/${demo.secure_token}/calls/${call.uuid}?buyer_converted=perhaps`);
  const { body } = await ask("GET", "/api/v1/inbox?reason=refused", { headers: keyOf(demo) });
  return (body as { items: { id: number }[] }).items[0]?.id ?? 0;
}

test("the document is public", () => {
  expect(published.status).toBe(200);
  expect(published.headers.get("content-type")).toBe("application/json");
  expect(reference.openapi).toBe("3.1.0");
});

test("the document has exactly the routes and methods of the tree", async () => {
  const tree = (await readRouteTree())
    .map(({ method, path }) => `${method} ${path}`)
    .filter((route) => route.includes(" /api/v1/") && !route.includes("{rest}"));
  expect(operations.map(([name]) => name.replace(" ", " /api/v1")).sort()).toEqual(tree.sort());
});

describe("the curl example works as it is, and the answer matches the contract", () => {
  test.each(operations.filter(([name]) => !TRIED_ELSEWHERE.has(name) && !isOwn(name)))(
    "%s",
    async (name, operation) => {
      const [sample] = operation["x-codeSamples"];
      const answer = await runCurl(filledIn(sample?.source ?? ""));
      expect([200, 201, 207], answer.text).toContain(answer.status);
      expectContract(name, answer);
    },
  );
});

/** Fills an example in with the reader's values: the demo's credentials, a call, parties of the company. */
function filledIn(sample: string): string {
  return sample
    .replaceAll("https://your-domain.com", baseUrl)
    .replaceAll("API_KEY_ID", demo.api_key.id)
    .replaceAll("API_KEY_SECRET", demo.api_key.secret)
    .replaceAll("SECURE_TOKEN", demo.secure_token)
    .replaceAll("CALL_UUID", call.uuid)
    .replace("/calls/1042", `/calls/${call.id}`)
    .replaceAll(/"id": ?1042/g, `"id":${call.id}`)
    .replace("/batches/31", `/batches/${batchId}`)
    .replace("/documents/1", `/documents/${documentNumber}`)
    .replace("/statements/INV-000123", `/statements/${statementNumber}`)
    .replace("/buyers/7/caps/4", () => `/buyers/${own.buyer}/caps/${caps.buyers.shift()}`)
    .replace("/traffic-sources/9/caps/4", () => `/traffic-sources/${ownSource}/caps/${caps["traffic-sources"].shift()}`)
    .replace("/traffic-sources/9/caps", `/traffic-sources/${ownSource}/caps`)
    .replace("/buyers/7", `/buyers/${own.buyer}`)
    .replace("/offers/3", `/offers/${own.offer}`)
    .replace("/traffic-sources/9", `/traffic-sources/${ownSource}`)
    .replace("/integrations/4", `/integrations/${source.id}`)
    .replace("/api-keys/4", () => `/api-keys/${apiKeys.shift()}`)
    .replace("/webhook-endpoints/4/", `/webhook-endpoints/${testedEndpoint}/`)
    .replace(/\/webhook-endpoints\/4\b(?!\/)/, () => `/webhook-endpoints/${endpoints.shift()}`)
    .replace("0b8e4f52-6f0e-4d0c-9f1c-2b7a54c7a9d1", deliveryId)
    .replace('"buyer_ids":[7]', `"buyer_ids":[${own.buyer}]`)
    .replace("/members/7", `/members/${memberId}`)
    .replace("ana@example.test", `ana-${Date.now()}@example.test`)
    .replace("/secure-tokens/4", `/secure-tokens/${secureToken}`)
    .replace("/events/88", `/events/${eventId}`)
    .replace("HOOK_KEY", webhookKey)
    .replace("/periods/2026-10", `/periods/${month}`)
    .replace("/inbox/31", `/inbox/${inboxId}`)
    .replace('"ids":[31]', `"ids":[${inboxId}]`)
    .replace(/"version": ?2\b/, '"version":0')
    .replace(/"id": ?2,/, "")
    .replace("CA-7781", `of-the-reference-${Date.now()}`)
    .replace('"offer_id":3', `"offer_id":${call.offerId}`)
    .replace('"traffic_source_id":9', `"traffic_source_id":${call.sourceIds[0]}`)
    .replace('"buyer_id":7', `"buyer_id":${call.buyerIds[0]}`);
}

const declared = [...allRoutes(ROUTE_FILES), { method: "GET", declaration: OPENAPI }];

/** Compares before and after parsing: a field that the contract does not have is dropped. */
function expectContract(name: string, { body }: Answer): void {
  const output = declared.find(({ method, declaration }) => `${method} ${declaration.path}` === name)?.declaration
    .output;
  if (output && !("media" in output)) expect(output.parse(body)).toEqual(body);
}

test.each(["owner", "operator", "billing", "viewer"] as const)(
  "what the %s gets matches the contracts",
  async (role) => {
    const headers = await sessionOf(demo, role);
    const reads = [
      "/calls",
      "/calls/{id}",
      "/calls/{id}/changes",
      "/calls/{id}/billing",
      "/buyers",
      "/traffic-sources",
    ];
    for (const path of reads) {
      const answer = await ask("GET", `/api/v1${path.replace("{id}", String(call.id))}`, { headers });
      expect(answer.status, path).toBe(200);
      expectContract(`GET ${path}`, answer);
    }
  },
);

describe("the HTML pages", () => {
  const KIBIBYTE = 1024;
  const pages = ["/docs/api", "/docs/api/for-buyers", ...reference.tags.map(({ name }) => `/docs/api/${slugOf(name)}`)];
  const read = async (path: string) => {
    const { status, text } = await ask("GET", path);
    const shown = text
      .replaceAll("&quot;", '"')
      .replaceAll("&amp;", "&")
      .replaceAll("&#x27;", "'")
      .replaceAll("<!-- -->", "");
    return { status, shown, bytes: Buffer.byteLength(text) };
  };

  test.each(pages)("%s is public, and at most 150 KB", async (path) => {
    const { status, shown, bytes } = await read(path);
    expect(status).toBe(200);
    expect(bytes).toBeLessThanOrEqual(150 * KIBIBYTE);
    for (const anchor of shown.matchAll(/href="#([^"]+)"/g)) expect(shown).toContain(`id="${anchor[1]}"`);
  });

  test.each(reference.tags.map(({ name }) => name))(
    "%s has each of its routes, with example and methods",
    async (section) => {
      const { shown } = await read(`/docs/api/${slugOf(section)}`);
      for (const [name, { tags, summary, "x-codeSamples": samples }] of operations) {
        const [method, path] = name.split(" ");
        if (!tags.includes(section)) continue;
        expect(shown).toContain(summary);
        expect(shown).toContain(`/api/v1${path}`);
        // Of two equivalent methods, the first shows the example.
        if (method !== "POST" || !reference.paths[path ?? ""]?.put)
          expect(shown).toContain(samples[0]?.source.replaceAll("https://your-domain.com", baseUrl));
      }
    },
  );

  test("the first page lists every problem, and a problem's type links there", async () => {
    const { shown } = await read("/docs/api");
    for (const code of Object.keys(TITLES)) expect(shown).toContain(`id="${code}"`);
    const { body } = await ask("GET", "/api/v1/calls");
    expect((body as { type: string }).type).toBe("/docs/api#unauthenticated");
  });

  test("the search finds every route and its page", async () => {
    const { body } = await ask("GET", "/docs/api/search.json");
    const results = (body as { href: string; name: string }[]).map(({ href }) => href.split("#"));
    expect(new Set(results.map(([path]) => path))).toEqual(new Set(pages.slice(2)));
    const { shown } = await read("/docs/api/calls");
    for (const [path, anchor] of results) if (path === "/docs/api/calls") expect(shown).toContain(`id="${anchor}"`);
  });

  test("an unknown section is 404", async () => {
    expect((await ask("GET", "/docs/api/nothing")).status).toBe(404);
  });
});
