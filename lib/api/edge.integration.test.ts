import { NextRequest } from "next/server";
import { expect, test, vi } from "vitest";
import * as automatic from "@/app/api/v1/calls/[id]/automatic/route";
import * as lock from "@/app/api/v1/calls/[id]/lock/route";
import * as call from "@/app/api/v1/calls/[id]/route";
import * as tokens from "@/app/api/v1/calls/[id]/tokens/route";
import * as transcript from "@/app/api/v1/calls/[id]/transcript/route";
import * as calls from "@/app/api/v1/calls/route";
import * as secure from "@/app/api/v1/secure/calls/[uuid]/route";
import * as secureTokens from "@/app/api/v1/secure/calls/[uuid]/tokens/route";
import * as secureTranscript from "@/app/api/v1/secure/calls/[uuid]/transcript/route";
import { Unavailable } from "@/lib/base/errors";
import { ConversionAnswer } from "@/lib/call/contract/call";
import { DryRunAnswer } from "@/lib/conversion/contract/preview";
import { getCall } from "@/lib/conversion/get-call";
import { listInbox } from "@/lib/inbox/list-inbox";
import { Problem } from "@/lib/platform/contract/problem";
import { answerRequest } from "@/lib/platform/http/answer-request";
import { givenCall } from "@/lib/testing/factories/given-call";
import { givenCompany } from "@/lib/testing/factories/given-company";
import { givenApiKey, givenSecureToken } from "@/lib/testing/factories/given-credentials";

vi.stubEnv("LOG_LEVEL", "silent");

const FORM = "application/x-www-form-urlencoded";

type Handler = (request: NextRequest, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
type Sent = { readonly query?: string; readonly type?: string; readonly body?: string };

async function setup() {
  const { ctx } = await givenCompany();
  const { id, uuid } = await givenCall(ctx);
  const { secret } = await givenApiKey(ctx);
  const { token } = await givenSecureToken(ctx);
  const ask = async (bearer: string, handler: Handler, { query = "", type, body }: Sent) => {
    const headers = new Headers({ authorization: `Bearer ${bearer}` });
    if (type !== undefined) headers.set("content-type", type);
    if (body !== undefined) headers.set("content-length", String(Buffer.byteLength(body)));
    const bytes = body === undefined ? null : Buffer.from(body);
    const request = new NextRequest(`http://localhost/api?${query}`, { method: "POST", headers, body: bytes });
    return handler(request, { params: Promise.resolve({ id: String(id), uuid }) });
  };
  return {
    ctx,
    id,
    withKey: (handler: Handler, sent: Sent) => ask(secret, handler, sent),
    withToken: (handler: Handler, sent: Sent) => ask(token, handler, sent),
    stands: () => getCall(ctx, { id }),
    inbox: async () => (await listInbox(ctx, {})).items,
  };
}

const problemOf = async (answer: Response) => Problem.parse(await answer.json());

test.each([FORM, "text/plain", "multipart/form-data", "application/jsonp", "application/json", undefined])(
  "a secure route reads JSON as JSON with the content type %s",
  async (type) => {
    const { withToken } = await setup();
    const body = JSON.stringify({ buyer_converted: true, revenue: 10, note: "&buyer_converted=false&revenue=1&" });
    const answer = await withToken(secure.PUT, { body, ...(type !== undefined && { type }) });
    expect(ConversionAnswer.parse(await answer.json())).toMatchObject({
      call: { buyer_converted: true, revenue: "10.00" },
      ignored: ["note"],
    });
  },
);

test.each(['{"buyer_converted": tru', "{{revenue}}=10&buyer_converted=true", '["buyer_converted=true"]'])(
  "a secure route cannot read %s, and holds it for a person",
  async (body) => {
    const { withToken, stands, inbox } = await setup();
    const answer = await withToken(secure.PUT, { type: FORM, body });
    expect((await problemOf(answer)).code).toBe("invalid");
    expect(await stands()).toMatchObject({ version: 0 });
    expect(await inbox()).toMatchObject([{ reason: "refused", payload: { body } }]);
  },
);

test("other routes rely on the content type", async () => {
  const { withKey, stands } = await setup();
  expect((await withKey(call.PUT, { type: "text/plain", body: '{"buyer_converted":true}' })).status).toBe(415);
  expect((await withKey(call.PUT, { type: FORM, body: '{"buyer_converted":true}' })).status).toBe(422);
  expect(await stands()).toMatchObject({ version: 0 });
});

const WRITES: readonly (readonly [string, Handler, "withKey" | "withToken", object])[] = [
  ["PUT /calls/{id}", call.PUT, "withKey", { buyer_converted: true }],
  ["POST /calls/{id}/automatic", automatic.POST, "withKey", { side: "buyer" }],
  ["POST /calls/{id}/lock", lock.POST, "withKey", { side: "buyer", locked: true }],
  ["POST /calls/{id}/tokens", tokens.POST, "withKey", { tokens: { zip: "80202" } }],
  ["PUT /secure/calls/{uuid}", secure.PUT, "withToken", { buyer_converted: true }],
  ["POST /secure/calls/{uuid}/tokens", secureTokens.POST, "withToken", { tokens: { zip: "80202" } }],
];
const asked = WRITES.map(([route, handler, as, stated]) => ({ route, handler, as, stated }));

/** Objects as JSON, all other values as they are. */
const formOf = (stated: object) =>
  new URLSearchParams(
    Object.entries(stated).map(([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)]),
  ).toString();

test.each(asked)("a dry run of $route saves nothing, wherever it is requested", async ({ handler, as, stated }) => {
  const world = await setup();
  const json = { type: "application/json", body: JSON.stringify(stated) };
  for (const sent of [
    { ...json, query: "dry_run=true" },
    { ...json, query: "dry_run=On" },
    { ...json, body: JSON.stringify({ ...stated, dry_run: true }) },
    { query: "dry_run=1", type: FORM, body: formOf(stated) },
  ]) {
    const answer = await world[as](handler, sent);
    const { changed, preview } = DryRunAnswer.parse(await answer.json());
    expect({ changed, of: preview.call_id }).toEqual({ changed: handler !== automatic.POST, of: world.id });
    expect(await world.stands()).toMatchObject({ version: 0, buyer_locked: false, tokens: {} });
  }
});

test.each(asked)("$route saves with dry_run=false as without it", async ({ handler, as, stated }) => {
  const world = await setup();
  const sent = { query: "dry_run=off", type: "application/json", body: JSON.stringify(stated) };
  expect((await world[as](handler, sent)).status).toBe(200);
});

const NO_ANSWERS = ["perhaps", "", null];
const askedBadly = asked.flatMap((item) => NO_ANSWERS.map((dryRun) => ({ ...item, dryRun })));

test.each(askedBadly)("$route rejects a dry_run of $dryRun", async ({ handler, as, stated, dryRun }) => {
  const world = await setup();
  const body = JSON.stringify({ ...stated, dry_run: dryRun });
  const problem = await problemOf(await world[as](handler, { type: "application/json", body }));
  expect(problem).toMatchObject({ status: 422, code: "invalid", errors: { dry_run: expect.any(String) } });
  expect(await world.stands()).toMatchObject({ version: 0 });
});

test("a dry run on a secure route shows what would be held, and saves nothing", async () => {
  const { withToken, stands, inbox } = await setup();
  const answer = await withToken(secure.PUT, { query: "disposition=sale&dry_run=true" });
  expect(await answer.json()).toMatchObject({ status: 200, dry_run: true, changed: false, held: true });
  expect(await inbox()).toEqual([]);
  expect(await stands()).toMatchObject({ version: 0 });
});

test("a dry run of a stale version shows the changes since", async () => {
  const { withKey } = await setup();
  await withKey(call.PUT, { query: "buyer_converted=true" });
  const stale = { query: "version=0&buyer_converted=false" };
  const { request_id: _, ...reported } = await (await withKey(call.PUT, stale)).json();
  const { request_id: __, ...dryProblem } = await (
    await withKey(call.PUT, { query: `${stale.query}&dry_run=true` })
  ).json();
  expect(reported).toMatchObject({ code: "stale_version", changes: [{ version: 1 }] });
  expect(dryProblem).toEqual(reported);
});

test.each(["data", "post_call_tokens"])("%s[zip] is a token on secure routes only", async (name) => {
  const { withToken, withKey, stands } = await setup();
  await withToken(secure.PUT, { query: `${name}[zip]=80202` });
  expect(await stands()).toMatchObject({ tokens: { zip: "80202" } });
  expect((await withKey(call.PUT, { query: `${name}[zip]=80203` })).status).toBe(422);
});

test("a route without a dry run rejects one, even where other names are ignored", async () => {
  const { withKey, withToken, stands } = await setup();
  const segment = { type: "application/json", body: '{"speaker":"customer","text":"Yes.","at_seconds":1}' };
  for (const answer of [
    await withKey(calls.GET, { query: "dry_run=true" }),
    await withKey(calls.POST, { query: "dry_run=true&external_id=CA-1" }),
    await withKey(transcript.POST, { ...segment, query: "dry_run=true" }),
    await withToken(secureTranscript.POST, { ...segment, query: "dry_run=true" }),
  ]) {
    expect(await problemOf(answer)).toMatchObject({
      status: 422,
      code: "invalid",
      errors: { dry_run: expect.any(String) },
    });
  }
  expect(await stands()).toMatchObject({ version: 0 });
});

test("every answer has X-Request-Id, and one without a database Retry-After", async () => {
  const { withKey } = await setup();
  const id = expect.stringMatching(/^[0-9a-f-]{36}$/);
  expect((await withKey(call.GET, {})).headers.get("x-request-id")).toEqual(id);
  const lost = await answerRequest(new Request("http://callmark.test"), "/calls", () =>
    Promise.reject(new Unavailable(null)),
  );
  expect([lost.status, lost.headers.get("retry-after")]).toEqual([503, "2"]);
  expect(lost.headers.get("x-request-id")).toBe((await problemOf(lost)).request_id);
});
