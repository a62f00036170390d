import { NextRequest } from "next/server";
import { afterEach, expect, test } from "vitest";
import { PUT as updateCall } from "@/app/api/v1/calls/[id]/route";
import { PUT as updateSecurely } from "@/app/api/v1/secure/[secure_token]/calls/[uuid]/route";
import { listChanges } from "@/lib/call/list-changes";
import { givenCall } from "@/lib/testing/factories/given-call";
import { givenCompany } from "@/lib/testing/factories/given-company";
import { givenApiKey, givenSecureToken } from "@/lib/testing/factories/given-credentials";
import { givenDatabaseProxy } from "@/lib/testing/given-database-proxy";

const BODY = JSON.stringify({ buyer_converted: true });
const proxy = await givenDatabaseProxy();
afterEach(() => proxy.comeBack());

async function givenRoutes() {
  const { ctx } = await givenCompany();
  const { id, uuid } = await givenCall(ctx);
  const { secret } = await givenApiKey(ctx);
  const { token } = await givenSecureToken(ctx);
  const put = () =>
    updateCall(requestOf(`calls/${id}`, { authorization: `Bearer ${secret}` }), {
      params: Promise.resolve({ id: String(id) }),
    });
  const putSecurely = () =>
    updateSecurely(requestOf(`secure/${token}/calls/${uuid}`), {
      params: Promise.resolve({ secure_token: token, uuid }),
    });
  return { ctx, id, routes: [put, putSecurely] };
}

function requestOf(path: string, headers: Record<string, string> = {}): NextRequest {
  return new NextRequest(`https://callmark.test/api/v1/${path}`, {
    method: "PUT",
    headers: { "content-type": "application/json", "content-length": String(BODY.length), ...headers },
    body: BODY,
  });
}

async function expectRetry(response: Response, code: string) {
  expect([response.status, response.headers.get("retry-after")]).toEqual([503, "2"]);
  expect(await response.json()).toMatchObject({ code });
}

test("without a database every route answers 503 with Retry-After", async () => {
  const { routes } = await givenRoutes();
  proxy.breakAll();
  proxy.goDownWithCut();
  for (const route of routes) await expectRetry(await route(), "unavailable");
});

test("if the outcome of a save is unknown, every route says so", async () => {
  const { ctx, id, routes } = await givenRoutes();
  for (const route of routes) {
    proxy.goDownWithCut();
    proxy.cutNext("answer_lost");
    await expectRetry(await route(), "outcome_unknown");
    proxy.comeBack();
    await proxy.cutsAreOver();
  }
  expect((await listChanges(ctx, { id })).changes).toHaveLength(1);
});
