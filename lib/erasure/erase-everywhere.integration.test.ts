import { beforeAll, expect, test } from "vitest";
import { Invalid } from "@/lib/base/errors";
import { addTokens } from "@/lib/conversion/add-tokens";
import { addTranscript } from "@/lib/conversion/add-transcript";
import { updateCall } from "@/lib/conversion/update-call";
import { recordPayment } from "@/lib/document/record-document";
import { openBuyerWebhook, receiveBuyerPost } from "@/lib/inbound/receive-buyer-post";
import { saveBuyerWebhook } from "@/lib/inbound/save-buyer-webhook";
import { listInbox } from "@/lib/inbox/list-inbox";
import { rollUp } from "@/lib/ledger/roll-up";
import { inCompany } from "@/lib/platform/sql/in-company";
import { verifyBooks } from "@/lib/proof/verify-books";
import { listCalls } from "@/lib/report/list-calls";
import { givenCall } from "@/lib/testing/factories/given-call";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { givenSecureToken } from "@/lib/testing/factories/given-credentials";
import { givenPostingIntegration, type PostingIntegration } from "@/lib/testing/factories/given-posting-integration";
import { givenBuyerSettings } from "@/lib/testing/factories/given-settings";
import { rejectPost } from "@/lib/testing/factories/reject-post";
import { expectBooksBalance } from "@/lib/testing/invariants";
import { eraseCaller } from "./erase-caller";

const CALLER = "+13035550187";
const DIGITS = "3035550187";
const SPELLED = ["+13035550187", "13035550187", "(303) 555-0187", "303-555-0187", "+1\u00a0303.555.0187"] as const;
const [PLUS, PLAIN, BRACKETS, DASHES, DOTS] = SPELLED;

/** Columns that may contain the number or the person's words. All are erased. */
const PLACES = [
  "batch.reason",
  "call.external_id",
  "call_person.caller",
  "call_person.recording_url",
  "call_person.tokens",
  "call_person.transcript",
  "change_note.reason",
  "document_note.reason",
  "document_note.reference",
  "evaluation.steps",
  "inbound_event.content_type",
  "inbound_event.headers",
  "inbound_event.payload",
  "inbound_event.problem",
  "inbound_event.query",
  "inbound_event.result",
  "inbox.conversion_update",
  "inbox.payload",
  "inbox.problem",
  "reported_fact.call_key",
  "reported_fact.event_key",
  "reported_fact.facts",
  "rule_set.note",
  "rule_set.settings",
  "token_change.tokens",
  "update_event.name",
];

/** Columns with Callmark's own texts, hashes, or the company's own data; the reversed caller is generated from it. */
const OF_NO_CALLER =
  /\.(kind|offsets_kind|side|measure|span|source|mechanism|(buyer|offer)_mechanism(_from|_to)?|(revenue|payout)_from|actor_type|resolved_by_type|resolution|outcome|signature|provider|role|grants|currency|time_zone|name|email|mapping|profile|billing_details|caller_masked|difference|frozen|cumulative|preview|[a-z_]*(hash|digest))$|^(call_person\.caller_end|inbox\.reason|(sign_in_throttle|request_count)\.key|installation\.key_fingerprint|api_key\.key_id|webhook_secret\.sealed|idempotency_key\.answer|batch_call\.before|inbox\.sought_caller|ledger_head\.digest|ledger_fact\.content|update_event\.content|inbound_event\.method|inbox\.(topic|fingerprint)|member\.totp_sealed|session\.(address|user_agent)|passkey\.(credential_id|public_key)|outbound_endpoint\.(url|events|filters|state|secret_sealed|previous_sealed)|delivery\.(subject|event|body|state)|delivery_attempt\.(url|headers|problem|answer)|company_logo\.(content|media_type)|audit_entry\.(before|after|address|request_id|action|subject_type|subject_id))$/;

/** A post with the buyer's own reference, which may contain the number. */
const ORDER = { converted: true, revenue: "11", reference: `order ${DASHES}` };

let ctx: GivenContext;
let source: PostingIntegration;
let post: (fields: object) => Promise<unknown>;
let id: number;
let uuid: string;
let secure: GivenContext["actor"];

type Column = { table_name: string; column_name: string; data_type: string };

async function textColumns(): Promise<Column[]> {
  return inCompany(ctx.company.id, (tx) =>
    tx.$queryRawUnsafe<Column[]>(`
      select table_name::text, column_name::text, data_type::text from information_schema.columns
      where table_schema = 'public' and data_type in ('text', 'character varying', 'json', 'jsonb', 'bytea')
        and table_name <> '_prisma_migrations'`),
  );
}

/** Every column that contains the digits, whatever is between them. */
async function placesOf(digits: string): Promise<string[]> {
  const columns = await textColumns();
  const asked = columns.map(({ table_name, column_name, data_type }) => {
    const text = data_type === "bytea" ? `encode(${column_name}, 'escape')` : `${column_name}::text`;
    const figures = `regexp_replace(${text}, '\\\\[0-7]{3}|%[0-9A-F]{2}|[^0-9]', '', 'g')`;
    return `select '${table_name}.${column_name}' as place where exists (
      select from public."${table_name}" where ${figures} like '%${digits}%')`;
  });
  const rows = await inCompany(ctx.company.id, (tx) =>
    tx.$queryRawUnsafe<{ place: string }[]>(asked.join(" union all ")),
  );
  return rows.map(({ place }) => place).sort();
}

beforeAll(async () => {
  ({ ctx } = await givenCompany());
  await givenBuyerSettings(ctx, {
    rules: [{ name: "Known", condition: { all: [{ token: "caller", operator: "equals", values: [PLUS] }] } }],
  });
  ctx.clock.set("2026-11-24T18:00:00Z");
  source = await givenPostingIntegration(ctx);
  const { url } = await saveBuyerWebhook(ctx, ctx.buyer.id, {});
  post = async (fields) => {
    const webhook = await openBuyerWebhook(url.split("/").at(-1) ?? "", ctx.now);
    if (!webhook) throw new Error("no webhook has this address");
    const body = new TextEncoder().encode(JSON.stringify(fields));
    return receiveBuyerPost(webhook.ctx, webhook.opened, {
      method: "POST",
      headers: new Headers(),
      query: "",
      receive: async () => ({ query: "", contentType: "application/json", body }),
      parameters: async () => ({ ...fields }),
    });
  };
  ({ actor: secure } = (await givenSecureToken(ctx)).ctx);
  ({ id, uuid } = await givenCall(ctx, {
    caller: CALLER,
    external_id: `crm ${DASHES}`,
    tokens: { callback: BRACKETS },
    recording_url: `https://recording.test/${PLAIN}.wav`,
  }));
  await givenCall(ctx, { caller: PLAIN });
  await addTranscript(ctx, { id }, { speaker: "customer", text: `Call me at ${DOTS}.`, at_seconds: 3 });
  await updateCall(ctx, { id }, { buyer_converted: true, revenue: "10", reason: `agreed with ${PLUS}` });
  await updateCall({ ...ctx, actor: secure }, { id }, { buyer_converted: true, event_id: `${DASHES}/1` });
  await updateCall({ ...ctx, actor: secure }, { id }, { buyer_converted: false, event_id: `${DASHES}/2` });
  await addTokens(ctx, { id }, { tokens: { callback: DASHES } });
  await post({ ...ORDER, call_uuid: uuid });
  const other = await givenCall(ctx, { caller: "+13035550111" });
  await updateCall(ctx, { id: other.id }, { buyer_converted: true, revenue: "7", reason: `as asked by ${BRACKETS}` });
  await recordPayment(ctx, { type: "buyer", id: ctx.buyer.id }, { amount: "3", reference: PLUS, reason: DASHES });
  await post({ caller: PLUS, converted: true, reason: `told by ${DASHES}`, tokens: { note: "likes blue" } });
  await plantByHand();
  await rollUp(ctx);
});

/** Values that only unusual senders or older versions leave behind. */
async function plantByHand(): Promise<void> {
  await inCompany(ctx.company.id, async (tx) => {
    const [companyId, receivedAt, endpointId] = [tx.company, ctx.now(), source.integration.id];
    for (const spelled of SPELLED) {
      const reported = {
        call_id: null,
        call_key: `x:${spelled}`,
        event_key: spelled,
        state: "waiting",
        reported: [],
        problem: spelled,
      };
      const event = { companyId, endpointId, receivedAt, signature: "valid", status: 200, outcome: "waiting" };
      const empty = { payload: Buffer.from("x") };
      await tx.inboundEvent.createMany({
        data: [
          { ...event, payload: Buffer.from(`{"from":"${spelled}"}`) },
          { ...event, ...empty, query: `from=${encodeURIComponent(spelled)}` },
          { ...event, ...empty, headers: { "user-agent": spelled } },
          { ...event, ...empty, problem: `${spelled} is nobody.` },
          { ...event, ...empty, contentType: `text/${spelled}` },
          { ...event, ...empty, result: [reported] },
        ],
      });
      const batch = { companyId, kind: "bulk", actorType: "system", startedAt: receivedAt, progressAt: receivedAt };
      await tx.batch.create({ data: { ...batch, reason: `as asked by ${spelled}` } });
      const item = { companyId, receivedAt, reason: "refused", mechanism: "webhook", actorType: "webhook" };
      await tx.inbox.createMany({
        data: [
          { ...item, payload: { sent: spelled } },
          { ...item, payload: {}, conversionUpdate: { reference: spelled, buyer_converted: true } },
          { ...item, payload: {}, problem: `${spelled} is nobody.` },
        ],
      });
      const keys = { callKey: `x:${spelled}`, eventKey: `e:${spelled}` };
      await tx.reportedFact.create({
        data: { companyId, endpointId, receivedAt, ...keys, facts: { eventId: `e:${spelled}`, caller: spelled } },
      });
    }
  });
}

test("every text column is listed as holding callers or as holding none", async () => {
  const columns = (await textColumns()).map(({ table_name, column_name }) => `${table_name}.${column_name}`);
  expect(columns).toEqual(expect.arrayContaining(PLACES));
  expect(columns.filter((column) => !PLACES.includes(column) && !OF_NO_CALLER.test(column))).toEqual([]);
});

test("a number is erased from every column, however it is written, and no amount changes", async () => {
  await inCompany(ctx.company.id, (tx) =>
    tx.$executeRawUnsafe(`update rule_set set note = 'Asked by ${BRACKETS}.' where company_id = ${tx.company}`),
  );
  expect(await placesOf(DIGITS)).toEqual(PLACES);
  const sum = () => inCompany(ctx.company.id, (tx) => tx.entry.findMany({ where: { companyId: tx.company } }));
  const before = await sum();
  expect(await listCalls(ctx, { q: DIGITS.slice(-7) })).toMatchObject({ calls: [{ caller: PLAIN }, { caller: PLUS }] });
  expect(await eraseCaller(ctx, { caller: CALLER })).toBe(2);
  expect(await listCalls(ctx, { q: DIGITS.slice(-7) })).toMatchObject({ calls: [] });
  expect(await placesOf(DIGITS)).toEqual([]);
  expect(await sum()).toEqual(before);
  expect(await verifyBooks(ctx)).toBeNull();
  await expectBooksBalance(ctx);
});

test("a repeated update is still recognized after the erasure, and its name is not stored", async () => {
  for (const event_id of [`${DASHES}/1`, `${DASHES}/2`]) {
    const sent = { buyer_converted: event_id.endsWith("1"), event_id };
    expect(await updateCall({ ...ctx, actor: secure }, { id }, sent)).toMatchObject({ repeated: true, changed: false });
  }
  expect(await post({ ...ORDER, call_uuid: uuid })).toMatchObject({ repeated: true, changed: false });
  const news = { buyer_converted: false, event_id: `${DASHES}/3` };
  expect(await updateCall({ ...ctx, actor: secure }, { id }, news)).toMatchObject({ changed: true });
  expect(await updateCall({ ...ctx, actor: secure }, { id }, news)).toMatchObject({ repeated: true });
  expect(await placesOf(DIGITS)).toEqual([]);
});

test("a later event that names the number and belongs to no call is stored without its words", async () => {
  for (const caller of SPELLED) {
    await post({ call_uuid: crypto.randomUUID(), converted: true, revenue: "5", reason: `likes blue, ${caller}` });
    await source.deliver({ body: { event: "call_ringing", call: { call_id: "other", from_number: caller } } });
    await source.deliver({ body: `{"from": "${caller}"` }).catch(() => {});
    const unsigned = source.deliver({ body: { from: caller }, sign: () => ({}) });
    await expect(unsigned).rejects.toThrow("isn’t signed");
    await rejectPost(
      { ...ctx, actor: secure },
      {
        payload: { caller, note: "likes blue" },
        error: new Invalid({}, `${caller} is nobody.`),
      },
    );
  }
  expect(await placesOf(DIGITS)).toEqual([]);
  const { items } = await listInbox(ctx, { reason: "unmatched" });
  expect(items.filter(({ update: stating }) => stating?.revenue === "5")).toHaveLength(SPELLED.length);
  expect(JSON.stringify(items)).not.toContain("likes blue");
  await post({ call_uuid: crypto.randomUUID(), converted: true, reason: "likes red, 303-555-0186" });
  expect(await placesOf("3035550186")).toEqual(["inbound_event.payload", "inbox.conversion_update", "inbox.payload"]);
});
