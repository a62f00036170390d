import { expect, test } from "vitest";
import type { Context } from "@/lib/access/context";
import { NewSegments } from "@/lib/call/contract/transcript";
import { getTranscript } from "@/lib/call/get-transcript";
import { BuyerSettings } from "@/lib/settings/contract/conversion-settings";
import { saveBuyerSettings } from "@/lib/settings/save-settings";
import { givenCall } from "@/lib/testing/factories/given-call";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { givenApiKey, givenSecureToken } from "@/lib/testing/factories/given-credentials";
import { givenMember } from "@/lib/testing/factories/given-member";
import { addTokens } from "./add-tokens";
import { addTranscript } from "./add-transcript";

const say = (ctx: Context, id: number, ...stated: [at: string, text: string, speaker?: string][]) =>
  addTranscript(
    ctx,
    { id },
    NewSegments.parse({
      segments: stated.map(([at_seconds, text, speaker = "customer"]) => ({ at_seconds, text, speaker })),
    }),
  );

async function convertingOn(ctx: GivenContext, phrase: object) {
  await saveBuyerSettings(ctx, ctx.buyer.id, {
    version: 0,
    settings: BuyerSettings.parse({ voice_agent: { enabled: true, phrases: [phrase] } }),
  });
  return givenCall(ctx, { started_at: ctx.now() });
}

test("a spoken phrase converts, also across two posts that arrive in the wrong order", async () => {
  const { ctx } = await givenCompany();
  const { id } = await convertingOn(ctx, { text: "book it for Tuesday" });
  const first = await say(ctx, id, ["12.5", "for Tuesday then"]);
  expect(first).toMatchObject({ changed: true, call: { buyer_converted: false } });
  const second = await say(ctx, id, ["3", "hello"], ["10.25", "yes, book it"]);
  expect(second.call).toMatchObject({ buyer_converted: true, revenue: "10.00", version: 1 });
  expect(second.call.buyer_decision).toMatchObject({ mechanism: "voice_agent", explicit: false });
  expect((await getTranscript(ctx, { id })).map(({ at_seconds }) => at_seconds)).toEqual([3, 10.25, 12.5]);
});

test("repeated segments add nothing", async () => {
  const { ctx } = await givenCompany();
  const { id } = await givenCall(ctx);
  expect((await say(ctx, id, ["1.50", "yes"], ["2", "yes"])).changed).toBe(true);
  expect((await say(ctx, id, ["2.000", " yes "], ["1.5", "yes"])).changed).toBe(false);
  expect(await getTranscript(ctx, { id })).toHaveLength(2);
});

test("no segment of a hundred simultaneous senders is lost", async () => {
  const { ctx } = await givenCompany();
  const calls = await Promise.all([givenCall(ctx), givenCall(ctx)]);
  await Promise.all(
    Array.from({ length: 100 }, (_, at) => say(ctx, calls[at % 2]?.id ?? 0, [String(100 - at), `line ${at}`])),
  );
  for (const { id } of calls) {
    const times = (await getTranscript(ctx, { id })).map(({ at_seconds }) => at_seconds);
    expect(times).toHaveLength(50);
    expect(times).toEqual(times.toSorted((one, other) => one - other));
  }
});

test("a transcript over 100,000 characters is rejected, and nothing of the request is saved", async () => {
  const { ctx } = await givenCompany();
  const { id } = await givenCall(ctx);
  await say(ctx, id, ...Array.from({ length: 5 }, (_, at): [string, string] => [String(at), "x".repeat(19_000)]));
  await expect(say(ctx, id, ["9", "y".repeat(6_000)])).rejects.toMatchObject({
    code: "invalid",
    errors: { segments: expect.stringContaining("100000 characters") },
  });
  expect(await getTranscript(ctx, { id })).toHaveLength(5);
  expect((await say(ctx, id, ["9", "short"])).changed).toBe(true);
});

test.each([
  [{ segments: [] }, "segments"],
  [
    { segments: Array.from({ length: 501 }, (_, at) => ({ speaker: "a", text: "b", at_seconds: `${at}` })) },
    "segments",
  ],
  [{ speaker: "agent", text: "hello" }, "at_seconds"],
  [{ speaker: "agent", text: " ", at_seconds: "1" }, "text"],
  [{ speaker: "agent", text: "a\0b", at_seconds: "1" }, "text"],
  [{ speaker: "agent", text: "half a \ud800 pair", at_seconds: "1" }, "text"],
  [{ speaker: "x".repeat(51), text: "hello", at_seconds: "1" }, "speaker"],
  ...["-1", "1e3", "NaN", "1,5", "", "1000001", "1.", " 1"].map((at): [object, string] => [
    { speaker: "agent", text: "hello", at_seconds: at },
    "at_seconds",
  ]),
  [{ speaker: "agent", text: "hello", at_seconds: "1", segments: [] }, "segments"],
  [{}, "segments"],
])("%j is rejected", (sent, field) => {
  const { error } = NewSegments.safeParse(sent);
  expect(error?.issues.map(({ path }) => path[0])).toContain(field);
});

test("adding needs call.tokens: update, reading needs call.details: read, and other companies find nothing", async () => {
  const { ctx } = await givenCompany();
  const { ctx: strange } = await givenCompany();
  const { id } = await givenCall(ctx);
  const viewer = (await givenMember(ctx, "viewer")).ctx;
  const blind = (await givenApiKey(ctx, "owner", { "call.details": "none" })).ctx;
  await expect(say(viewer, id, ["1", "hello"])).rejects.toMatchObject({ permission: "call.tokens: update" });
  await expect(addTokens(viewer, { id }, { tokens: { zip: "1" } })).rejects.toMatchObject({ code: "forbidden" });
  await expect(getTranscript(blind, { id })).rejects.toMatchObject({ permission: "call.details: read" });
  await expect(say(strange, id, ["1", "hello"])).rejects.toMatchObject({ code: "not_found" });
  await expect(getTranscript(strange, { id })).rejects.toMatchObject({ code: "not_found" });
  expect(await getTranscript(viewer, { id })).toEqual([]);
});

test("a secure token that adds a transcript sees no more than when it converts", async () => {
  const { ctx } = await givenCompany();
  const { id } = await givenCall(ctx);
  const buyer = (await givenSecureToken(ctx)).ctx;
  const { call } = await say(buyer, id, ["1", "hello"]);
  expect(call).toMatchObject({ id, buyer_converted: false });
  expect(call).not.toHaveProperty("caller");
  expect(call).not.toHaveProperty("tokens");
  expect(await addTokens(buyer, { id }, { tokens: { zip: "80202" } })).toMatchObject({ changed: true });
  expect(await addTokens(buyer, { id }, { tokens: { zip: "80202" } })).toMatchObject({ changed: false });
});
