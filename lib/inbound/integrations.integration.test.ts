import { describe, expect, test } from "vitest";
import { Forbidden, Invalid, NotFound } from "@/lib/base/errors";
import { inCompany } from "@/lib/platform/sql/in-company";
import { listCalls } from "@/lib/report/list-calls";
import { givenCompany } from "@/lib/testing/factories/given-company";
import { givenMember } from "@/lib/testing/factories/given-member";
import { givenPostingIntegration, postTo } from "@/lib/testing/factories/given-posting-integration";
import { getEvent, listEvents } from "./integration-events";
import { openIntegration } from "./open-integration";
import { getIntegration, listIntegrations } from "./read-integration";
import { replayEvent } from "./replay-event";
import { renewUrl, rotateSecret, updateIntegration } from "./update-integration";

const CALL = { call_id: "c1", direction: "inbound", from_number: "+13035550142" };

async function givenLine(provider: "retell" | "vapi" | "bland" = "retell") {
  const { ctx } = await givenCompany();
  const startedAt = ctx.now().getTime() - 100_000;
  const call = { ...CALL, start_timestamp: startedAt, end_timestamp: startedAt + 90_000, duration_ms: 90_000 };
  return { ctx, body: { event: "call_ended", call }, ...(await givenPostingIntegration(ctx, provider)) };
}

test("neither secret nor URL can be read afterwards, in the database or through the API", async () => {
  const { ctx, integration, key, secret } = await givenLine("vapi");
  expect(secret).toMatch(/^[A-Za-z0-9]{40}$/);
  expect(key).toMatch(/^[A-Za-z0-9]{40}$/);
  const rows = await inCompany(ctx.company.id, async (tx) => ({
    secrets: await tx.$queryRaw`select encode(sealed, 'escape') as sealed from webhook_secret`,
    keys: await tx.$queryRaw`select encode(key_hash, 'escape') as hash from webhook_key`,
    endpoints: await tx.$queryRaw`select to_jsonb(webhook_endpoint) as row from webhook_endpoint`,
  }));
  for (const text of [JSON.stringify(rows), JSON.stringify(await getIntegration(ctx, integration.id))]) {
    expect(text).not.toContain(secret);
    expect(text).not.toContain(key);
  }
});

describe("a URL is not found", () => {
  test("with the key of another provider, an unknown key, or a renewed key", async () => {
    const { ctx, integration, key } = await givenLine();
    await openIntegration("retell", key, ctx.now);
    for (const [provider, other] of [
      ["bland", key],
      ["buyer", key],
      ["constructor", key],
      ["retell", `${key.slice(1)}x`],
      ["retell", ""],
    ]) {
      await expect(openIntegration(provider ?? "", other ?? "", ctx.now)).rejects.toThrow(NotFound);
    }
    const { url } = await renewUrl(ctx, integration.id);
    await expect(openIntegration("retell", key, ctx.now)).rejects.toThrow(NotFound);
    expect((await openIntegration("retell", url.split("/").at(-1) ?? "", ctx.now)).endpoint.id).toBe(integration.id);
  });
});

describe("a new secret", () => {
  test("leaves the previous one valid for a day", async () => {
    const { ctx, integration, secret, body, key, deliver } = await givenLine();
    await rotateSecret(ctx, integration.id, { secret: "another of the provider" });
    expect(await deliver({ body })).toMatchObject({ outcome: "applied" });
    expect(await postTo(ctx, "retell", key, "another of the provider", { body })).toMatchObject({
      outcome: "repeated",
    });
    expect((await getIntegration(ctx, integration.id)).integration.secrets).toMatchObject([
      { number: 2, valid_until: null },
      { number: 1, valid_until: new Date(ctx.now().getTime() + 24 * 3_600_000).toISOString() },
    ]);
    expect(JSON.stringify(await listEvents(ctx, integration.id, {}))).not.toContain(secret);
  });

  test("ends the previous one after that day, or at once on request", async () => {
    const { ctx, integration, body, deliver, key } = await givenLine();
    await rotateSecret(ctx, integration.id, { secret: "the second of them" });
    ctx.clock.advance({ hours: 24 });
    await expect(deliver({ body })).rejects.toThrow("doesn’t match");
    await rotateSecret(ctx, integration.id, { secret: "the third of them", at_once: true });
    await expect(postTo(ctx, "retell", key, "the second of them", { body })).rejects.toThrow("doesn’t match");
    expect(await postTo(ctx, "retell", key, "the third of them", { body })).toMatchObject({ outcome: "applied" });
  });

  test("is required if the provider issues it, and rejected if it is generated", async () => {
    const { ctx, integration } = await givenLine();
    await expect(rotateSecret(ctx, integration.id, {})).rejects.toThrow(Invalid);
    const { integration: vapi } = await givenPostingIntegration(ctx, "vapi");
    await expect(rotateSecret(ctx, vapi.id, { secret: "one of mine" })).rejects.toThrow(Invalid);
    expect((await rotateSecret(ctx, vapi.id, {})).secret).toMatch(/^[A-Za-z0-9]{40}$/);
  });
});

test("events of a paused integration are logged and not ingested, and can be replayed", async () => {
  const { ctx, integration, body, deliver } = await givenLine();
  await updateIntegration(ctx, integration.id, { paused: true });
  expect(await deliver({ body })).toEqual({ status: 200, outcome: "ignored", ignored: "the integration is paused" });
  expect((await listCalls(ctx, {})).calls).toEqual([]);
  await updateIntegration(ctx, integration.id, { paused: false, buyer_id: null });
  const { events } = await listEvents(ctx, integration.id, {});
  const replayed = await replayEvent(ctx, integration.id, events[0]?.id ?? 0);
  expect(replayed).toMatchObject({ signature: "not_checked", outcome: "applied", calls: [{ state: "created" }] });
  expect((await listCalls(ctx, {})).calls).toMatchObject([{ id: replayed.calls[0]?.call_id, buyer: null }]);
});

test("a person can replay an event that was rejected for its signature", async () => {
  const { ctx, integration, body, deliver } = await givenLine();
  await expect(deliver({ body, sign: () => ({}) })).rejects.toThrow("isn’t signed");
  const { events } = await listEvents(ctx, integration.id, { outcome: "refused" });
  expect(await replayEvent(ctx, integration.id, events[0]?.id ?? 0)).toMatchObject({ outcome: "applied" });
  const twice = await replayEvent(ctx, integration.id, events[0]?.id ?? 0);
  expect(twice).toMatchObject({ outcome: "applied", calls: [{ state: "unchanged" }] });
  expect((await listCalls(ctx, {})).calls).toHaveLength(1);
});

test("a replay corrects a file that was read in the wrong zone", async () => {
  const { ctx } = await givenLine();
  const { integration, deliver } = await givenPostingIntegration(ctx, "asterisk", { time_zone: "UTC" });
  const fields = ["", "13035550142", "100", "in", "", "SIP/a", "SIP/b", "Dial", "", "2026-01-22 09:00:00", "", ""];
  const body = [...fields, 90, 80, "ANSWERED", "3", "17000000.1", ""].map((field) => `"${field}"`).join(",");
  await deliver({ body });
  expect((await listCalls(ctx, {})).calls).toMatchObject([{ started_at: "2026-01-22T09:00:00.000Z" }]);
  await updateIntegration(ctx, integration.id, { time_zone: "America/Denver" });
  const { events } = await listEvents(ctx, integration.id, {});
  await replayEvent(ctx, integration.id, events[0]?.id ?? 0);
  expect((await listCalls(ctx, {})).calls).toMatchObject([{ started_at: "2026-01-22T16:00:00.000Z" }]);
});

describe("the log", () => {
  test("is paged, and hides credentials", async () => {
    const { ctx, integration, body, deliver } = await givenLine();
    for (let number = 0; number < 5; number += 1) {
      ctx.clock.advance({ seconds: 1 });
      await deliver({ body, headers: { authorization: "Bearer of-a-proxy", "x-forwarded-for": "192.0.2.1" } });
    }
    const first = await listEvents(ctx, integration.id, { per_page: 2 });
    const second = await listEvents(ctx, integration.id, { per_page: 2, cursor: first.next_cursor ?? "" });
    const third = await listEvents(ctx, integration.id, { per_page: 2, cursor: second.next_cursor ?? "" });
    const outcomes = [first, second, third].flatMap(({ events }) => events.map(({ outcome }) => outcome));
    expect(outcomes).toEqual(["repeated", "repeated", "repeated", "repeated", "applied"]);
    expect(third.next_cursor).toBeNull();
    const { headers } = await getEvent(ctx, integration.id, third.events[0]?.id ?? 0);
    expect(headers).toMatchObject({ authorization: "(hidden)" });
    expect(Object.keys(headers).sort()).toEqual(["authorization", "content-type", "x-retell-signature"]);
  });

  test("stores at most a thousand unsigned events an hour", async () => {
    const { ctx, integration, deliver } = await givenLine();
    const attempts = Array.from({ length: 1010 }, () => deliver({ body: "x", sign: () => ({}) }).catch(() => null));
    await Promise.all(attempts);
    const rows = await inCompany(ctx.company.id, (tx) => tx.inboundEvent.count({ where: { companyId: tx.company } }));
    expect(rows).toBe(1000);
    expect((await getIntegration(ctx, integration.id)).integration.last_event).toMatchObject({ signature: "missing" });
  });
});

test("another company neither sees nor changes it", async () => {
  const { ctx, integration, body, deliver } = await givenLine();
  await deliver({ body });
  const [event] = (await listEvents(ctx, integration.id, {})).events;
  const { ctx: others } = await givenCompany();
  expect((await listIntegrations(others)).integrations).toEqual([]);
  const attempts = [
    () => getIntegration(others, integration.id),
    () => updateIntegration(others, integration.id, { paused: true }),
    () => rotateSecret(others, integration.id, { secret: "of somebody else" }),
    () => renewUrl(others, integration.id),
    () => listEvents(others, integration.id, {}),
    () => getEvent(others, integration.id, event?.id ?? 0),
    () => replayEvent(others, integration.id, event?.id ?? 0),
  ];
  for (const attempt of attempts) await expect(attempt()).rejects.toThrow(NotFound);
  await expect(updateIntegration(ctx, integration.id, { offer_id: others.offer.id })).rejects.toThrow(Invalid);
});

test("it needs permission for settings, and for payloads also for call details", async () => {
  const { ctx, integration, body, deliver } = await givenLine();
  await deliver({ body });
  const [event] = (await listEvents(ctx, integration.id, {})).events;
  const { ctx: viewer } = await givenMember(ctx, "viewer");
  await expect(listIntegrations(viewer)).rejects.toThrow(Forbidden);
  const { ctx: reader } = await givenMember(ctx, "viewer", { settings: "read", "call.details": "none" });
  expect((await listIntegrations(reader)).integrations).toHaveLength(1);
  await expect(getEvent(reader, integration.id, event?.id ?? 0)).rejects.toThrow(Forbidden);
  await expect(async () => renewUrl(reader, integration.id)).rejects.toThrow(Forbidden);
  await expect(replayEvent(reader, integration.id, event?.id ?? 0)).rejects.toThrow(Forbidden);
});
