import { beforeAll, describe, expect, test, vi } from "vitest";
import { CLIENT_ADDRESS } from "@/lib/platform/config/client-address";
import { type Api, api, bearer } from "@/lib/testing/api/api";
import { type GivenApi, givenApi } from "@/lib/testing/api/given-api";
import { KEY_OR_SESSION } from "./policies";

// A twentieth of the real limits, to keep the test short.
const PART = 0.05;
vi.stubEnv("RATE_LIMITS", String(PART));
vi.stubEnv("LOG_LEVEL", "silent");

const atMost = KEY_OR_SESSION.requestsAMinute * PART;
const failuresAtMost = 60 * PART;
const WRONG = `wrong${"x".repeat(35)}`;

let company: GivenApi;
beforeAll(async () => {
  // Keeps all requests within one minute.
  vi.useFakeTimers({ toFake: ["Date"] });
  company = await givenApi();
});

async function statusesOf(times: number, ask: () => ReturnType<Api["get"]>): Promise<Record<number, number>> {
  const counted: Record<number, number> = {};
  for (let time = 0; time < times; time++) {
    const { status } = await ask();
    counted[status] = (counted[status] ?? 0) + 1;
  }
  return counted;
}

describe("a key", () => {
  test("may send as many requests a minute as its policy allows, over all routes; another key is not affected", async () => {
    const busy = await company.keyOf("owner");
    const half = atMost / 2;
    expect(await statusesOf(half, () => busy.get("/buyers"))).toEqual({ 200: half });
    expect(await statusesOf(half + 3, () => busy.get("/offers"))).toEqual({ 200: half, 429: 3 });
    expect((await (await company.keyOf("owner")).get("/buyers")).status).toBe(200);
  });

  test("gets the seconds to wait, and that nothing was saved", async () => {
    const busy = await company.keyOf("owner");
    await statusesOf(atMost, () => busy.get("/calls/0"));
    const { status, headers, body } = await busy.post("/buyers", { name: "Too many" });
    expect(status).toBe(429);
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
    expect(Number(headers.get("retry-after"))).toBeLessThanOrEqual(60);
    expect(body).toMatchObject({ code: "too_many_requests", retry_after: Number(headers.get("retry-after")) });
    expect((await company.owner.get("/buyers?q=Too%20many")).body).toMatchObject({ buyers: [] });
  });
});

describe("a network", () => {
  const from = (address: string, credential: Readonly<Record<string, string>>) =>
    api({ ...credential, [CLIENT_ADDRESS]: address });

  test("may fail so many times a minute, and its valid credentials still work", async () => {
    const wrong = from("203.0.113.9", { authorization: `Bearer ${WRONG}` });
    expect(await statusesOf(failuresAtMost + 2, () => wrong.get("/calls"))).toEqual({ 401: failuresAtMost, 429: 2 });
    const unknownAddress = from("203.0.113.9", {});
    expect((await unknownAddress.post(`/hooks/buyers/${WRONG}`)).status).toBe(429);
    const right = from("203.0.113.9", { authorization: `Bearer ${company.secureToken}` });
    expect((await right.put("/secure/calls/7", { buyer_converted: true })).status).toBe(404);
    expect((await from("203.0.113.10", { authorization: `Bearer ${WRONG}` }).get("/calls")).status).toBe(401);
  });
});

test("a buyer's system is not limited: nobody there would read the rejection", async () => {
  const { uuid } = await company.givenCall();
  const secure = bearer(company.secureToken);
  const ask = () => secure.put(`/secure/calls/${uuid}`, { buyer_converted: true });
  expect(await statusesOf(atMost + 10, ask)).toEqual({ 200: atMost + 10 });
});
