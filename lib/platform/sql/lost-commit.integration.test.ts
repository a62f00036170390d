import { describe, expect, test } from "vitest";
import { NewSegments } from "@/lib/call/contract/transcript";
import { getTranscript } from "@/lib/call/get-transcript";
import { listChanges } from "@/lib/call/list-changes";
import { addTranscript } from "@/lib/conversion/add-transcript";
import { updateCall } from "@/lib/conversion/update-call";
import { listEvents } from "@/lib/inbound/integration-events";
import { listWebhookEvents } from "@/lib/inbound/list-webhook-events";
import { openBuyerWebhook, receiveBuyerPost } from "@/lib/inbound/receive-buyer-post";
import { saveBuyerWebhook } from "@/lib/inbound/save-buyer-webhook";
import { rollUp } from "@/lib/ledger/roll-up";
import { listCalls } from "@/lib/report/list-calls";
import { expectProblemWithRetry } from "@/lib/testing/expect-problem";
import { givenCalls } from "@/lib/testing/factories/given-call";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { givenPostingIntegration } from "@/lib/testing/factories/given-posting-integration";
import { givenDatabaseProxy } from "@/lib/testing/given-database-proxy";
import { expectBooksBalance } from "@/lib/testing/invariants";

const AT_ONCE = 12;
const proxy = await givenDatabaseProxy();

const CUTS = [
  ["before COMMIT arrives", "before_commit"],
  ["behind COMMIT, before its answer", "behind_commit"],
  ["with the answer to COMMIT", "answer_lost"],
  ["after the answer", "after_answer"],
] as const;

const times = <T>(make: (position: number) => T): T[] =>
  Array.from({ length: AT_ONCE }, (_, position) => make(position));

async function givenAtOnce() {
  const { ctx } = await givenCompany();
  const calls = await givenCalls(
    ctx,
    times(() => ({})),
  );
  return { ctx, ids: calls.map(({ id }) => id), uuids: calls.map(({ uuid }) => uuid) };
}

async function expectOneChangeEach(ctx: GivenContext, ids: readonly number[]): Promise<void> {
  await proxy.cutsAreOver();
  const logs = await Promise.all(ids.map(async (id) => (await listChanges(ctx, { id })).changes));
  expect(logs.map((log) => log.length)).toEqual(ids.map(() => 1));
  await rollUp(ctx);
  await expectBooksBalance(ctx);
}

describe.each(CUTS)("a connection that breaks %s loses nothing and duplicates nothing", (_, cut) => {
  test("of updates", async () => {
    const { ctx, ids } = await givenAtOnce();
    proxy.cutNext(cut);
    const answers = await Promise.all(ids.map((id) => updateCall(ctx, { id }, { buyer_converted: true })));
    expect(answers.map(({ changed }) => changed)).toEqual(times(() => true));
    await expectOneChangeEach(ctx, ids);
  });

  test("of buyers' posts", async () => {
    const { ctx, ids, uuids } = await givenAtOnce();
    const { url } = await saveBuyerWebhook(ctx, ctx.buyer.id, {});
    const webhook = await openBuyerWebhook(url.split("/").at(-1) ?? "", ctx.now);
    if (!webhook) throw new Error("no webhook has this address");
    proxy.cutNext(cut);
    const answers = await Promise.all(
      uuids.map((uuid) =>
        receiveBuyerPost(webhook.ctx, webhook.opened, {
          method: "POST",
          headers: new Headers(),
          query: "",
          receive: async () => ({ query: "", contentType: "application/json", body: new Uint8Array() }),
          parameters: async () => ({ call_uuid: uuid, converted: "yes" }),
        }),
      ),
    );
    expect(answers.map(({ changed }) => changed)).toEqual(times(() => true));
    await proxy.cutsAreOver();
    expect((await listWebhookEvents(ctx, ctx.buyer.id, {})).events).toHaveLength(AT_ONCE);
    await expectOneChangeEach(ctx, ids);
  });

  test("of reports by a phone system", async () => {
    const { ctx } = await givenCompany();
    const { integration: source, deliver } = await givenPostingIntegration(ctx);
    proxy.cutNext(cut);
    const answers = await Promise.all(times((position) => deliver({ body: endedCall(ctx, `call_${position}`) })));
    expect(answers.map(({ outcome }) => outcome)).toEqual(times(() => "applied"));
    await proxy.cutsAreOver();
    expect((await listCalls(ctx, {})).calls).toHaveLength(AT_ONCE);
    expect((await listEvents(ctx, source.id, {})).events).toHaveLength(AT_ONCE);
    await expectBooksBalance(ctx);
  });

  test("of transcripts", async () => {
    const { ctx, ids } = await givenAtOnce();
    const segments = [{ at_seconds: "1", text: "hello", speaker: "customer" }];
    proxy.cutNext(cut);
    const answers = await Promise.all(ids.map((id) => addTranscript(ctx, { id }, NewSegments.parse({ segments }))));
    expect(answers.map(({ changed }) => changed)).toEqual(times(() => true));
    await proxy.cutsAreOver();
    const transcripts = await Promise.all(ids.map((id) => getTranscript(ctx, { id })));
    expect(transcripts.map(({ length }) => length)).toEqual(times(() => 1));
  });
});

test("if the outcome is unknown, no answer claims that nothing was saved, and an event counts once", async () => {
  const { ctx, ids } = await givenAtOnce();
  const update = (id: number) => updateCall(ctx, { id }, { buyer_converted: true, event_id: `event-${id}` });
  proxy.goDownWithCut();
  proxy.cutNext("answer_lost");
  const answers = await Promise.allSettled(ids.map(update));
  for (const answer of answers) expectProblemWithRetry(answer, "outcome_unknown");
  proxy.comeBack();
  const again = await Promise.all(ids.map(update));
  expect(again.map(({ changed }) => changed)).toEqual(times(() => false));
  await expectOneChangeEach(ctx, ids);
});

function endedCall(ctx: GivenContext, callId: string) {
  const start = ctx.now().getTime() - 200_000;
  return {
    event: "call_ended",
    call: {
      call_id: callId,
      direction: "inbound",
      from_number: "+13035550142",
      start_timestamp: start,
      end_timestamp: start + 95_000,
      duration_ms: 95_000,
      disconnection_reason: "user_hangup",
    },
  };
}
