import { beforeAll, describe, expect, test } from "vitest";
import { Invalid } from "@/lib/base/errors";
import { addTokens } from "@/lib/conversion/add-tokens";
import { addTranscript } from "@/lib/conversion/add-transcript";
import { getCall } from "@/lib/conversion/get-call";
import { lockSide } from "@/lib/conversion/set-side";
import { updateCall } from "@/lib/conversion/update-call";
import { listEventLog } from "@/lib/inbound/list-event-log";
import { recordCall } from "@/lib/inbound/record-calls";
import { saveBuyerWebhook } from "@/lib/inbound/save-buyer-webhook";
import { rollUp } from "@/lib/ledger/roll-up";
import { inCompany } from "@/lib/platform/sql/in-company";
import { verifyBooks } from "@/lib/proof/verify-books";
import { givenCall } from "@/lib/testing/factories/given-call";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { givenSecureToken } from "@/lib/testing/factories/given-credentials";
import { givenMember } from "@/lib/testing/factories/given-member";
import { givenPostingIntegration, type PostingIntegration } from "@/lib/testing/factories/given-posting-integration";
import { givenBuyerSettings } from "@/lib/testing/factories/given-settings";
import { rejectPost } from "@/lib/testing/factories/reject-post";
import { expectBooksBalance } from "@/lib/testing/invariants";
import { eraseCaller } from "./erase-caller";
import { eraseOldCalls } from "./erase-old-calls";
import { listErasures } from "./list-erasures";
import { previewErasure } from "./preview-erasure";
import { saveErasureSetting } from "./save-erasure-setting";

const CALLER = "+13035550142";
const SECRETS = ["3035550142", "80202", "book it for Tuesday", "recording.test", "agreed by phone", "likes blue"];

let ctx: GivenContext;
let source: PostingIntegration;
let id: number;
let reported: { call_id: string };

/** All rows of the company as text, except the caller hash. */
async function everything(): Promise<string> {
  return inCompany(ctx.company.id, async (tx) => {
    const where = { companyId: tx.company };
    const rows = [
      await tx.callPerson.findMany({ where }),
      await tx.changeNote.findMany({ where }),
      await tx.tokenChange.findMany({ where }),
      await tx.evaluation.findMany({ where }),
      await tx.inbox.findMany({ where }),
      await tx.reportedFact.findMany({ where }),
      await tx.erasure.findMany({ where }),
      (await tx.inboundEvent.findMany({ where })).map(({ payload, ...rest }) => ({
        ...rest,
        payload: Buffer.from(payload).toString(),
      })),
    ];
    return JSON.stringify(rows, (_, value) => (typeof value === "bigint" ? String(value) : value));
  });
}

async function shown(): Promise<string[]> {
  const all = await everything();
  return SECRETS.filter((secret) => all.includes(secret));
}

const ended = (tokens: object) => ({
  event: "call_analyzed",
  call: {
    call_id: reported.call_id,
    from_number: CALLER,
    start_timestamp: ctx.now().getTime() - 600_000,
    end_timestamp: ctx.now().getTime() - 500_000,
    recording_url: "https://recording.test/1.wav",
    transcript: "User: Please book it for Tuesday.",
    call_analysis: { custom_analysis_data: tokens },
  },
});

beforeAll(async () => {
  ({ ctx } = await givenCompany());
  reported = { call_id: "of-the-erased" };
  await givenBuyerSettings(ctx, {
    rules: [{ name: "Near", condition: { all: [{ token: "zip", operator: "equals", values: ["80202"] }] } }],
  });
  source = await givenPostingIntegration(ctx);
  await source.deliver({ body: ended({ zip: "80202" }) });
  ({ id } = await givenCall(ctx, {
    caller: CALLER,
    external_id: "ours",
    tokens: { zip: "80202" },
    recording_url: "https://recording.test/2.wav",
  }));
  await addTranscript(ctx, { id }, { speaker: "customer", text: "Yes, book it for Tuesday.", at_seconds: 3 });
  await updateCall(ctx, { id }, { buyer_converted: true, offer_converted: true, reason: "agreed by phone" });
  await lockSide(ctx, { id }, { side: "buyer", locked: true });
  const token = await givenSecureToken(ctx);
  await updateCall(token.ctx, { id }, { buyer_converted: false, reason: "agreed by phone", tokens: { zip: "80202" } });
  await rollUp(ctx);
});

test("a caller's values are erased everywhere, and no amount changes", async () => {
  expect(await shown()).not.toEqual([]);
  const before = await getCall(ctx, { id });
  expect(await previewErasure(ctx, { caller: "+1 (303) 555-0142" })).toBe(2);
  expect(await eraseCaller(ctx, { caller: "+1 (303) 555-0142" })).toBe(2);
  expect(await shown()).toEqual([]);
  const { caller, tokens, recording_url, ...rest } = before;
  const { caller: nobody, tokens: none, recording_url: nowhere, ...after } = await getCall(ctx, { id });
  expect(after).toEqual(rest);
  expect([nobody, none, nowhere]).toEqual([null, {}, null]);
  expect(await verifyBooks(ctx)).toBeNull();
  await expectBooksBalance(ctx);
  const { erasures } = await listErasures(ctx);
  expect(erasures).toMatchObject([
    { calls: 2, started_before: null, caller_hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
  ]);
  expect(await eraseCaller(ctx, { caller: CALLER })).toBe(0);
});

describe("late events do not bring the values back:", () => {
  test("an event of the integration", async () => {
    await source.deliver({ body: { ...ended({ zip: "80202", note: "likes blue" }), event: "call_ended" } });
    await source.deliver({ body: ended({ zip: "80202", note: "likes blue" }) });
    expect(await shown()).toEqual([]);
  });

  test("the same call again, tokens, a transcript and a reason", async () => {
    await recordCall(ctx, {
      external_id: "ours",
      caller: CALLER,
      tokens: { zip: "80202" },
      recording_url: "https://recording.test/3",
    });
    await addTokens(ctx, { id }, { tokens: { zip: "80202" } });
    await addTranscript(ctx, { id }, { speaker: "customer", text: "book it for Tuesday", at_seconds: 9 });
    await updateCall(ctx, { id }, { revenue: "12.00", reason: "agreed by phone" });
    expect(await shown()).toEqual([]);
    await rollUp(ctx);
    expect(await verifyBooks(ctx)).toBeNull();
  });
});

test("a number is found with anything between its digits, in payloads and in the inbox", async () => {
  const { ctx, buyer } = await givenCompany();
  await saveBuyerWebhook(ctx, buyer.id, {});
  const forms = ["(303) 555-7731", "303.555.7731", "+1 303 555 7731", "303\u00a0555\u00a07731", "303%20555%207731"];
  await inCompany(ctx.company.id, async (tx) => {
    const { id: endpointId } = await tx.webhookEndpoint.findFirstOrThrow({ where: { companyId: tx.company } });
    const [companyId, receivedAt] = [tx.company, ctx.now()];
    const event = { companyId, endpointId, receivedAt, signature: "valid", status: 200, outcome: "waiting" };
    const item = { companyId, receivedAt, reason: "unmatched", mechanism: "webhook", actorType: "webhook" };
    for (const caller of forms) {
      const post = { caller, note: "likes blue" };
      await tx.inboundEvent.create({ data: { ...event, payload: Buffer.from(JSON.stringify(post)) } });
      await tx.inbox.create({ data: { ...item, payload: post } });
    }
  });
  await eraseCaller(ctx, { caller: "+13035557731" });
  const left = await inCompany(ctx.company.id, async (tx) => {
    const where = { companyId: tx.company };
    const events = await tx.inboundEvent.findMany({ where });
    const items = await tx.inbox.findMany({ where, select: { payload: true } });
    return events.map(({ payload }) => Buffer.from(payload).toString()).join() + JSON.stringify(items);
  });
  expect(left).not.toMatch(/7731|likes blue/);
});

test("a new call of that caller still has the same caller hash", async () => {
  const again = await givenCall(ctx, { caller: CALLER });
  const hashes = await inCompany(ctx.company.id, (tx) =>
    tx.call.findMany({ where: { companyId: tx.company, id: { in: [id, again.id] } }, select: { callerHash: true } }),
  );
  expect(hashes[0]?.callerHash).toEqual(hashes[1]?.callerHash);
});

test("values are erased automatically after the set time, and newer ones stay", async () => {
  const { ctx: theirs } = await givenCompany();
  const daysAgo = (days: number) => new Date(theirs.now().getTime() - days * 86_400_000);
  const [old, young] = [
    await givenCall(theirs, { started_at: daysAgo(31) }),
    await givenCall(theirs, { started_at: daysAgo(29) }),
  ];
  expect(await eraseOldCalls(theirs)).toBe(0);
  expect(await previewErasure(theirs, { erase_after_days: 30 })).toBe(1);
  await saveErasureSetting(theirs, 30);
  expect(await eraseOldCalls(theirs)).toBe(1);
  expect(await eraseOldCalls(theirs)).toBe(0);
  expect((await getCall(theirs, { id: old.id })).caller).toBeNull();
  expect((await getCall(theirs, { id: young.id })).caller).toBe(CALLER);
  expect(await listErasures(theirs)).toMatchObject({ erase_after_days: 30, erasures: [{ calls: 1, by: "Callmark" }] });
});

test("erasing needs update permission for settings, listing erasures needs read permission", async () => {
  const manager = await givenMember(ctx, "manager");
  const operator = await givenMember(ctx, "operator");
  await expect(eraseCaller(manager.ctx, { caller: CALLER })).rejects.toThrow("settings: update");
  await expect(saveErasureSetting(manager.ctx, 1)).rejects.toThrow("settings: update");
  await expect(listErasures(operator.ctx)).rejects.toThrow("settings: read");
  await expect(previewErasure(operator.ctx, { caller: CALLER })).rejects.toThrow("settings: read");
  expect((await listErasures(manager.ctx)).erasures).toHaveLength(2);
  await expect(eraseCaller(ctx, { caller: "anonymous" })).rejects.toThrow();
});

test("after the set time the payloads of rejected posts go too", async () => {
  const { ctx: theirs } = await givenCompany();
  const { ctx: token } = await givenSecureToken(theirs);
  const rejectedDaysAgo = (days: number) => {
    const at = new Date(theirs.now().getTime() - days * 86_400_000);
    const payload = { note: `${days} days old` };
    return rejectPost({ ...token, now: () => at }, { payload, error: new Invalid({}, "Choose a buyer.") });
  };
  await rejectedDaysAgo(31);
  await rejectedDaysAgo(29);
  await saveErasureSetting(theirs, 30);
  await eraseOldCalls(theirs);
  const { events } = await listEventLog(theirs, {});
  expect(events.map(({ payload }) => payload)).toEqual(['{"note":"29 days old"}', ""]);
});
