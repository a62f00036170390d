import { describe, expect, test } from "vitest";
import { Forbidden, Invalid, NotFound } from "@/lib/base/errors";
import { inCompany } from "@/lib/platform/sql/in-company";
import { listCalls } from "@/lib/report/list-calls";
import { givenCompany } from "@/lib/testing/factories/given-company";
import { givenMember } from "@/lib/testing/factories/given-member";
import { deliverTo, givenSource } from "@/lib/testing/factories/given-source";
import { getEvent, listEvents } from "./integration-events";
import { openIntegration } from "./open-integration";
import { getIntegration, listIntegrations } from "./read-integration";
import { replayEvent } from "./replay-event";
import { renewAddress, rotateSecret, updateIntegration } from "./update-integration";

const CALL = { call_id: "c1", direction: "inbound", from_number: "+13035550142" };

async function givenLine(provider: "retell" | "vapi" | "bland" = "retell") {
  const { ctx } = await givenCompany();
  const startedAt = ctx.now().getTime() - 100_000;
  const call = { ...CALL, start_timestamp: startedAt, end_timestamp: startedAt + 90_000, duration_ms: 90_000 };
  return { ctx, body: { event: "call_ended", call }, ...(await givenSource(ctx, provider)) };
}

test("neither secret nor address can be read afterwards, in the database or by asking", async () => {
  const { ctx, source, key, secret } = await givenLine("vapi");
  expect(secret).toMatch(/^[A-Za-z0-9]{40}$/);
  expect(key).toMatch(/^[A-Za-z0-9]{40}$/);
  const rows = await inCompany(ctx.company.id, async (tx) => ({
    secrets: await tx.$queryRaw`select encode(sealed, 'escape') as sealed from webhook_secret`,
    keys: await tx.$queryRaw`select encode(key_hash, 'escape') as hash from webhook_key`,
    endpoints: await tx.$queryRaw`select to_jsonb(webhook_endpoint) as row from webhook_endpoint`,
  }));
  for (const text of [JSON.stringify(rows), JSON.stringify(await getIntegration(ctx, source.id))]) {
    expect(text).not.toContain(secret);
    expect(text).not.toContain(key);
  }
});

describe("an address leads nowhere", () => {
  test("with the key of another maker, an unknown key, or a key that was renewed", async () => {
    const { ctx, source, key } = await givenLine();
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
    const { url } = await renewAddress(ctx, source.id);
    await expect(openIntegration("retell", key, ctx.now)).rejects.toThrow(NotFound);
    expect((await openIntegration("retell", url.split("/").at(-1) ?? "", ctx.now)).endpoint.id).toBe(source.id);
  });
});

describe("a new secret", () => {
  test("leaves the one before its day", async () => {
    const { ctx, source, secret, body, key, deliver } = await givenLine();
    await rotateSecret(ctx, source.id, { secret: "another of the maker" });
    expect(await deliver({ body })).toMatchObject({ outcome: "taken" });
    expect(await deliverTo(ctx, "retell", key, "another of the maker", { body })).toMatchObject({
      outcome: "repeated",
    });
    expect((await getIntegration(ctx, source.id)).source.secrets).toMatchObject([
      { number: 2, valid_until: null },
      { number: 1, valid_until: new Date(ctx.now().getTime() + 24 * 3_600_000).toISOString() },
    ]);
    expect(JSON.stringify(await listEvents(ctx, source.id, {}))).not.toContain(secret);
  });

  test("ends the one before when the day is over, or at once where that is asked for", async () => {
    const { ctx, source, body, deliver, key } = await givenLine();
    await rotateSecret(ctx, source.id, { secret: "the second of them" });
    ctx.clock.advance({ hours: 24 });
    await expect(deliver({ body })).rejects.toThrow("doesn’t match");
    await rotateSecret(ctx, source.id, { secret: "the third of them", at_once: true });
    await expect(deliverTo(ctx, "retell", key, "the second of them", { body })).rejects.toThrow("doesn’t match");
    expect(await deliverTo(ctx, "retell", key, "the third of them", { body })).toMatchObject({ outcome: "taken" });
  });

  test("is asked for where the maker issues it, and refused where it is made here", async () => {
    const { ctx, source } = await givenLine();
    await expect(rotateSecret(ctx, source.id, {})).rejects.toThrow(Invalid);
    const { source: vapi } = await givenSource(ctx, "vapi");
    await expect(rotateSecret(ctx, vapi.id, { secret: "one of mine" })).rejects.toThrow(Invalid);
    expect((await rotateSecret(ctx, vapi.id, {})).secret).toMatch(/^[A-Za-z0-9]{40}$/);
  });
});

test("while a source is paused, what arrives is kept and not taken in, and can be replayed", async () => {
  const { ctx, source, body, deliver } = await givenLine();
  await updateIntegration(ctx, source.id, { paused: true });
  expect(await deliver({ body })).toEqual({ status: 200, outcome: "ignored", ignored: "the integration is paused" });
  expect((await listCalls(ctx, {})).calls).toEqual([]);
  await updateIntegration(ctx, source.id, { paused: false, buyer_id: null });
  const { events } = await listEvents(ctx, source.id, {});
  const replayed = await replayEvent(ctx, source.id, events[0]?.id ?? 0);
  expect(replayed).toMatchObject({ signature: "not_checked", outcome: "taken", calls: [{ state: "created" }] });
  expect((await listCalls(ctx, {})).calls).toMatchObject([{ id: replayed.calls[0]?.call_id, buyer: null }]);
});

test("what was refused for its signature can be taken in by a person who vouches for it", async () => {
  const { ctx, source, body, deliver } = await givenLine();
  await expect(deliver({ body, sign: () => ({}) })).rejects.toThrow("not signed");
  const { events } = await listEvents(ctx, source.id, { outcome: "refused" });
  expect(await replayEvent(ctx, source.id, events[0]?.id ?? 0)).toMatchObject({ outcome: "taken" });
  const twice = await replayEvent(ctx, source.id, events[0]?.id ?? 0);
  expect(twice).toMatchObject({ outcome: "taken", calls: [{ state: "unchanged" }] });
  expect((await listCalls(ctx, {})).calls).toHaveLength(1);
});

test("a file that was read in the wrong zone is put right by a replay", async () => {
  const { ctx } = await givenLine();
  const { source, deliver } = await givenSource(ctx, "asterisk", { time_zone: "UTC" });
  const fields = ["", "13035550142", "100", "in", "", "SIP/a", "SIP/b", "Dial", "", "2026-01-22 09:00:00", "", ""];
  const body = [...fields, 90, 80, "ANSWERED", "3", "17000000.1", ""].map((field) => `"${field}"`).join(",");
  await deliver({ body });
  expect((await listCalls(ctx, {})).calls).toMatchObject([{ started_at: "2026-01-22T09:00:00.000Z" }]);
  await updateIntegration(ctx, source.id, { time_zone: "America/Denver" });
  const { events } = await listEvents(ctx, source.id, {});
  await replayEvent(ctx, source.id, events[0]?.id ?? 0);
  expect((await listCalls(ctx, {})).calls).toMatchObject([{ started_at: "2026-01-22T16:00:00.000Z" }]);
});

describe("the log", () => {
  test("goes back page by page, and hides what opens doors", async () => {
    const { ctx, source, body, deliver } = await givenLine();
    for (let number = 0; number < 5; number += 1) {
      ctx.clock.advance({ seconds: 1 });
      await deliver({ body, headers: { authorization: "Bearer of-a-proxy", "x-forwarded-for": "192.0.2.1" } });
    }
    const first = await listEvents(ctx, source.id, { per_page: 2 });
    const second = await listEvents(ctx, source.id, { per_page: 2, cursor: first.next_cursor ?? "" });
    const third = await listEvents(ctx, source.id, { per_page: 2, cursor: second.next_cursor ?? "" });
    const outcomes = [first, second, third].flatMap(({ events }) => events.map(({ outcome }) => outcome));
    expect(outcomes).toEqual(["repeated", "repeated", "repeated", "repeated", "taken"]);
    expect(third.next_cursor).toBeNull();
    const { headers } = await getEvent(ctx, source.id, third.events[0]?.id ?? 0);
    expect(headers).toMatchObject({ authorization: "(hidden)" });
    expect(Object.keys(headers).sort()).toEqual(["authorization", "content-type", "x-retell-signature"]);
  });

  test("keeps a thousand unsigned deliveries an hour and no more", async () => {
    const { ctx, source, deliver } = await givenLine();
    const attempts = Array.from({ length: 1010 }, () => deliver({ body: "x", sign: () => ({}) }).catch(() => null));
    await Promise.all(attempts);
    const rows = await inCompany(ctx.company.id, (tx) => tx.webhookEvent.count({ where: { companyId: tx.company } }));
    expect(rows).toBe(1000);
    expect((await getIntegration(ctx, source.id)).source.last_event).toMatchObject({ signature: "missing" });
  });
});

test("another company sees and changes nothing of it", async () => {
  const { ctx, source, body, deliver } = await givenLine();
  await deliver({ body });
  const [event] = (await listEvents(ctx, source.id, {})).events;
  const { ctx: others } = await givenCompany();
  expect((await listIntegrations(others)).sources).toEqual([]);
  const attempts = [
    () => getIntegration(others, source.id),
    () => updateIntegration(others, source.id, { paused: true }),
    () => rotateSecret(others, source.id, { secret: "of somebody else" }),
    () => renewAddress(others, source.id),
    () => listEvents(others, source.id, {}),
    () => getEvent(others, source.id, event?.id ?? 0),
    () => replayEvent(others, source.id, event?.id ?? 0),
  ];
  for (const attempt of attempts) await expect(attempt()).rejects.toThrow(NotFound);
  await expect(updateIntegration(ctx, source.id, { offer_id: others.offer.id })).rejects.toThrow(Invalid);
});

test("it takes the permission for settings, and for a payload the details of calls", async () => {
  const { ctx, source, body, deliver } = await givenLine();
  await deliver({ body });
  const [event] = (await listEvents(ctx, source.id, {})).events;
  const { ctx: viewer } = await givenMember(ctx, "viewer");
  await expect(listIntegrations(viewer)).rejects.toThrow(Forbidden);
  const { ctx: reader } = await givenMember(ctx, "viewer", { settings: "read", "call.details": "none" });
  expect((await listIntegrations(reader)).sources).toHaveLength(1);
  await expect(getEvent(reader, source.id, event?.id ?? 0)).rejects.toThrow(Forbidden);
  await expect(async () => renewAddress(reader, source.id)).rejects.toThrow(Forbidden);
  await expect(replayEvent(reader, source.id, event?.id ?? 0)).rejects.toThrow(Forbidden);
});
