import { beforeAll, describe, expect, test } from "vitest";
import { type Answer, ask } from "./support/ask";
import { basic, bearer, keyOf } from "./support/credentials";
import { demo, other, type Role } from "./support/demo";
import { everythingOf, type GivenCall, givenCall } from "./support/given-call";
import { givenPostingIntegration, type PostingIntegration } from "./support/given-source";
import { whatShows } from "./support/refusal";
import { addressOf, credentialsOf, exampleOf, openStatusOf, tokenHeaders } from "./support/route-cases";
import { readRouteTree, type TreeRoute } from "./support/route-tree";
import { sessionOf } from "./support/session";
import { type Stranger, strangersTo } from "./support/strangers";

const MISSING = { id: 987_654_321, uuid: "0b8e7c1a-3f52-4c6d-9e81-2a4b6c8d0e1f" };
const ROLES: readonly Role[] = ["owner", "operator", "billing", "viewer"];

const tree = await readRouteTree();
const keyOfRoute = ({ method, path }: TreeRoute) => `${method} ${path}`;
const apiRoutes = tree.filter(({ path }) => path.startsWith("/api/v1/"));
const guarded = apiRoutes.filter((route) => credentialsOf(route).length > 0);
const open = apiRoutes.filter((route) => credentialsOf(route).length === 0);
const ofAnything = guarded.filter(({ path }) => /\{(id|uuid)\}/.test(path));

let ours: GivenCall;
let source: PostingIntegration;
let before: Awaited<ReturnType<typeof readOurs>>;
beforeAll(async () => {
  ours = await givenCall(demo);
  source = await givenPostingIntegration(demo);
  await ask("PUT", `/api/v1/calls/${ours.id}`, { headers: keyOf(demo), query: { buyer_converted: "1", revenue: "5" } });
  await ask("POST", "/api/v1/rollups", { headers: keyOf(demo) });
  before = await readOurs();
});

/** The company's call and settings, and the parties that an intruder might have created. */
async function readOurs() {
  const get = async (path: string) => (await ask("GET", `/api/v1${path}`, { headers: keyOf(demo) })).body;
  const paths = [
    `/buyers/${ours.buyerIds[0]}/conversion-settings/history`,
    `/offers/${ours.offerId}/conversion-settings/history`,
    `/integrations/${source.id}`,
    `/integrations/${source.id}/events`,
    ...["/buyers", "/offers", "/traffic-sources"].map((path) => `${path}?q=Planted`),
  ];
  return { ...(await everythingOf(demo, ours.id)), owned: await Promise.all(paths.map(get)) };
}

const expectUntouched = async () => expect(await readOurs()).toEqual(before);

/** Path values of existing and of missing records. */
function addressesOf({
  path,
}: TreeRoute): readonly { readonly our: string | number; readonly missing: string | number }[] {
  if (path.includes("/buyers/{id}")) return [{ our: ours.buyerIds[0] ?? 0, missing: MISSING.id }];
  if (path.includes("/traffic-sources/{id}")) return [{ our: ours.sourceIds[0] ?? 0, missing: MISSING.id }];
  if (path.includes("/offers/{id}")) return [{ our: ours.offerId, missing: MISSING.id }];
  if (path.includes("/integrations/{id}")) return [{ our: source.id, missing: MISSING.id }];
  return [
    { our: ours.uuid, missing: MISSING.uuid },
    { our: ours.uuid.toUpperCase(), missing: MISSING.uuid },
    { our: ours.id, missing: MISSING.id },
  ];
}

function send(route: TreeRoute, call: string | number, { token = demo.secure_token, headers }: Stranger) {
  return ask(route.method, addressOf(route.path, { call, token }), { ...exampleOf(route), headers });
}

test("a public route is an endpoint for posts, the reference, or has no data", () => {
  expect(open.map(keyOfRoute).sort()).toEqual(
    [
      ...["DELETE", "GET", "PATCH", "POST", "PUT"].map((method) => `${method} /api/v1/{rest}`),
      "GET /api/v1/openapi.json",
      "GET /api/v1/hooks/buyers/{hook_key}",
      "POST /api/v1/hooks/buyers/{hook_key}",
      "POST /api/v1/intake/{provider}/{source_key}",
      "POST /api/v1/setup",
      "POST /api/v1/member-links/{link_key}",
    ].sort(),
  );
});

describe("without a valid credential nothing is shown or changed", () => {
  test.each(guarded.map((route) => [keyOfRoute(route), route] as const))("%s", async (_, route) => {
    const strangers = await strangersTo(credentialsOf(route));
    const calls = ofAnything.includes(route)
      ? addressesOf(route).flatMap(({ our, missing }) => [our, missing])
      : [ours.uuid];
    const attempts = strangers.flatMap((stranger) =>
      calls.map(async (call) => [stranger.name, await send(route, call, stranger)] as const),
    );
    const answers = await Promise.all(attempts);
    const [first] = answers;
    for (const [name, answer] of answers) {
      expect(answer.status, name).toBe(401);
      expect(whatShows(answer), name).toEqual(first && whatShows(first[1]));
    }
    await expectUntouched();
  });
});

describe("to another company our records do not exist", () => {
  test.each(ofAnything.map((route) => [keyOfRoute(route), route] as const))("%s", async (_, route) => {
    for (const outsider of await outsidersTo(route)) {
      const attempt = async (call: string | number) => whatShows(await send(route, call, outsider));
      for (const { our, missing } of addressesOf(route)) {
        const nowhere = await attempt(missing);
        expect([403, 404], outsider.name).toContain(nowhere.status);
        expect(await attempt(our), outsider.name).toEqual(nowhere);
      }
    }
    await expectUntouched();
  });
});

/** Clients of the other company that the route accepts. */
async function outsidersTo(route: TreeRoute): Promise<Stranger[]> {
  if (credentialsOf(route).includes("secure_token")) {
    const token = other.secure_token;
    return [
      { name: "their token", token, headers: tokenHeaders(route.path, token) },
      { name: "their token beside our key", token, headers: { ...keyOf(demo), ...tokenHeaders(route.path, token) } },
    ];
  }
  const sessions = ROLES.map(async (role) => ({ name: `their ${role}`, headers: await sessionOf(other, role) }));
  const keys = [
    { name: "their key", headers: keyOf(other) },
    { name: "their key as Basic", headers: basic(other.api_key.id, other.api_key.secret) },
    { name: "their key beside our cookie", headers: { ...keyOf(other), ...(await sessionOf(demo, "owner")) } },
  ];
  return [
    ...(credentialsOf(route).includes("api_key") ? keys : []),
    ...(credentialsOf(route).includes("session") ? await Promise.all(sessions) : []),
  ];
}

test.each([
  ["by uuid", () => ({ q: ours.uuid })],
  ["by id", () => ({ q: String(ours.id) })],
  ["by external id", () => ({ external_id: ours.externalId })],
])("another company's list does not find our call %s", async (_, query) => {
  const answer = await ask("GET", "/api/v1/calls", { headers: keyOf(demo), query: query() });
  expect(answer.body).toMatchObject({ calls: [{ id: ours.id }] });
  const theirs = await ask("GET", "/api/v1/calls", { headers: keyOf(other), query: query() });
  expect(theirs.text).not.toContain(ours.uuid);
});

test.each([
  ["/calls?per_page=200", /"uuid":"[^"]+"/g],
  ["/buyers?per_page=100", /"id":[0-9]+/g],
  ["/offers?per_page=100", /"id":[0-9]+/g],
  ["/traffic-sources?per_page=100", /"id":[0-9]+/g],
  ["/rollups", /"digest":"[^"]+"/g],
])("another company's %s contains nothing of ours", async (path, identity) => {
  const identities = async (headers: Readonly<Record<string, string>>) =>
    [...(await ask("GET", `/api/v1${path}`, { headers })).text.matchAll(identity)].map(([answer]) => answer);
  const [our, their] = [await identities(keyOf(demo)), await identities(keyOf(other))];
  expect(our.length * their.length).toBeGreaterThan(0);
  expect(our.filter((id) => their.includes(id))).toEqual([]);
});

/** An answer but for the id that was asked for. A short id may also be a part of another number. */
function withoutId({ status, text }: Answer, id: number | undefined) {
  const { status: _, request_id: __, ...body } = JSON.parse(text);
  return { status, text: JSON.stringify(body).replaceAll(new RegExp(`\\b${id}\\b`, "g"), "N") };
}

describe("our buyers, traffic sources and offers do not exist for another company", () => {
  const foreign = [
    ["buyer_id", () => ours.buyerIds[0]],
    ["traffic_source_id", () => ours.sourceIds[0]],
    ["offer_id", () => ours.offerId],
  ] as const;

  test.each(foreign)("a new call with our %s", async (field, idOf) => {
    const theirs = await givenCall(other);
    const attempt = async (id: number | undefined) => {
      const json = { offer_id: theirs.offerId, [field]: id };
      const answer = await ask("POST", "/api/v1/calls", { headers: keyOf(other), json });
      return withoutId(answer, id);
    };
    const missing = await attempt(MISSING.id);
    expect(missing.status).toBe(422);
    expect(await attempt(idOf())).toEqual(missing);
  });

  test.each(foreign.slice(0, 2))("a call moved to our %s", async (field, idOf) => {
    const theirs = await givenCall(other);
    const attempt = async (id: number | undefined) => {
      const query = { [field]: String(id), buyer_converted: "true", offer_converted: "true" };
      const answer = await ask("PUT", `/api/v1/calls/${theirs.id}`, { headers: keyOf(other), query });
      return withoutId(answer, id);
    };
    const missing = await attempt(MISSING.id);
    expect(missing.status).toBe(422);
    expect(await attempt(idOf())).toEqual(missing);
    expect((await everythingOf(other, theirs.id)).changes).toEqual([]);
  });
});

test("the same external id in two companies names two calls", async () => {
  const theirs = await givenCall(other, { external_id: ours.externalId });
  expect(theirs.id).not.toBe(ours.id);
  await expectUntouched();
});

describe("public routes give everybody the same answer", () => {
  test.each(open.map((route) => [keyOfRoute(route), route] as const))("%s", async (_, route) => {
    const { method, path } = route;
    for (const headers of [{}, bearer("wrong"), keyOf(demo), await sessionOf(other, "viewer")]) {
      const answer = await ask(method, addressOf(path, { call: ours.id, token: demo.secure_token }), { headers });
      expect(answer.status).toBe(openStatusOf(route));
    }
  });
});
