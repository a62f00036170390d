import { expect, test } from "vitest";
import type { Context } from "@/lib/access/context";
import { Invalid } from "@/lib/base/errors";
import { getCall } from "@/lib/conversion/get-call";
import { lockSide } from "@/lib/conversion/set-side";
import { fileInInbox } from "@/lib/conversion/sql/file-in-inbox";
import { updateCall } from "@/lib/conversion/update-call";
import { rollUp } from "@/lib/ledger/roll-up";
import { inCompanySql } from "@/lib/platform/sql/in-company";
import { getBilling } from "@/lib/report/get-billing";
import { BuyerSettings } from "@/lib/settings/contract/conversion-settings";
import { saveBuyerSettings } from "@/lib/settings/save-settings";
import { receivableOf } from "@/lib/testing/balance-of";
import { givenCall } from "@/lib/testing/factories/given-call";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { givenApiKey, givenSecureToken } from "@/lib/testing/factories/given-credentials";
import { givenMember } from "@/lib/testing/factories/given-member";
import { rejectPost } from "@/lib/testing/factories/reject-post";
import { expectBooksBalance } from "@/lib/testing/invariants";
import { countOpen } from "./count-open";
import { getInboxItem } from "./get-inbox-item";
import { listInbox } from "./list-inbox";
import { previewResolving } from "./preview-resolving";
import { resolveInboxItems } from "./resolve-items";

const resolve = (ctx: Context, action: "accept" | "retry" | "dismiss", ...ids: number[]) =>
  resolveInboxItems(ctx, { action, ids });

async function onlyItem(ctx: Context) {
  const { items } = await listInbox(ctx, {});
  const [item] = items;
  if (!item || items.length > 1) throw new Error(`${items.length} items wait instead of one`);
  return item;
}

/** An update of the buyer's system, held by a lock. */
async function givenHeld(revenue = "12.50") {
  const { ctx } = await givenCompany();
  const { ctx: owner } = await givenMember(ctx, "owner");
  const { id, uuid } = await givenCall(ctx);
  await lockSide(owner, { id }, { side: "buyer", locked: true });
  const { ctx: token } = await givenSecureToken(ctx);
  await updateCall(token, { uuid }, { buyer_converted: true, revenue, reason: "Sold." });
  return { ctx, owner, id, item: await onlyItem(owner) };
}

test("an item held by a lock shows what accepting it would charge, and becomes an update by the person who accepts", async () => {
  const { ctx, owner, id, item } = await givenHeld();
  expect(item).toMatchObject({
    reason: "locked",
    side: "buyer",
    call: { id },
    update: { buyer_converted: true, revenue: "12.50", reason: "Sold." },
    preview: { entries: [{ kind: "charge", party: { id: ctx.buyer.id }, amount: "12.50" }] },
    actions: ["accept", "dismiss"],
  });
  expect(await resolve(owner, "accept", item.id)).toEqual([
    { id: item.id, status: 200, changed: true, resolution: "accepted", call_id: id },
  ]);
  expect(await getCall(owner, { id })).toMatchObject({
    buyer_converted: true,
    revenue: "12.50",
    buyer_locked: true,
    buyer_decision: { mechanism: "manual" },
  });
  await rollUp(ctx);
  expect(await receivableOf(ctx, ctx.buyer.id)).toBe(1250n);
  await expectBooksBalance(ctx);
});

test("several items of one call are previewed as one plan: what is pending after they are resolved", async () => {
  const { ctx } = await givenCompany();
  const { ctx: owner } = await givenMember(ctx, "owner");
  const { id, uuid } = await givenCall(ctx);
  await updateCall(owner, { id }, { buyer_converted: true, revenue: "9000" });
  await rollUp(ctx);
  await lockSide(owner, { id }, { side: "buyer", locked: true });
  const { ctx: token } = await givenSecureToken(ctx);
  for (const revenue of ["99", "400"]) await updateCall(token, { uuid }, { revenue });
  const ids = (await listInbox(owner, {})).items.map((item) => item.id);
  expect(ids).toHaveLength(2);
  const reported = await previewResolving(owner, { action: "accept", ids });
  expect(reported).toMatchObject({ margin: "-8600.00", rejected: [] });
  expect(await getBilling(owner, { id })).toMatchObject({ pending: [] });
  expect(await resolve(owner, "accept", ...ids)).toMatchObject([{ status: 200 }, { status: 200 }]);
  const { pending } = await getBilling(owner, { id });
  const lineOf = ({ kind, amount }: { kind: string; amount?: string | undefined }) => `${kind} ${amount}`;
  expect(reported.entries.map(lineOf).sort()).toEqual(pending.map(lineOf).sort());
  expect(await getCall(owner, { id })).toMatchObject({ revenue: "400.00" });
  await rollUp(ctx);
  await expectBooksBalance(ctx);
});

test("the preview of several items names those that this person may not resolve, and leaves them out of the sum", async () => {
  const { ctx, item, owner } = await givenHeld();
  const { ctx: key } = await givenApiKey(ctx);
  const reported = await previewResolving(key, { action: "accept", ids: [item.id] });
  expect(reported).toMatchObject({
    entries: [],
    rejected: [{ id: item.id, problem: expect.stringContaining("locked") }],
  });
  expect((await previewResolving(owner, { action: "accept", ids: [item.id] })).entries).toMatchObject([
    { kind: "charge", amount: "12.50" },
  ]);
});

test("a retried post for a side that is now locked is held again, and the preview says so", async () => {
  const { ctx } = await givenCompany();
  const { ctx: owner } = await givenMember(ctx, "owner");
  const { ctx: token } = await givenSecureToken(ctx);
  const { id, uuid } = await givenCall(ctx);
  await rejectPost(token, { uuid, payload: { buyer_converted: "1" }, error: new Invalid({}, "Choose a buyer.") });
  const item = await onlyItem(owner);
  const preview = () => previewResolving(owner, { action: "retry", ids: [item.id] });
  expect(await preview()).toMatchObject({ entries: [{ kind: "charge" }], held: [] });
  await lockSide(owner, { id }, { side: "buyer", locked: true });
  expect(await preview()).toMatchObject({ entries: [], rejected: [], held: [item.id] });
  expect(await resolve(owner, "retry", item.id)).toMatchObject([{ id: item.id, held: true, changed: false }]);
});

test("an item named twice is resolved and answered once", async () => {
  const { owner, id, item } = await givenHeld();
  expect(await resolve(owner, "accept", item.id, item.id)).toEqual([
    { id: item.id, status: 200, changed: true, resolution: "accepted", call_id: id },
  ]);
  expect((await getCall(owner, { id })).version).toBe(2);
});

test("a second click resolves nothing, whatever its action, and names who resolved the item", async () => {
  const { owner, id, item } = await givenHeld();
  const both = await Promise.all([resolve(owner, "accept", item.id), resolve(owner, "accept", item.id)]);
  expect(both.flat().filter(({ changed }) => changed)).toHaveLength(1);
  expect(await resolve(owner, "dismiss", item.id)).toEqual([
    { id: item.id, status: 200, changed: false, already_resolved: true, resolution: "accepted", call_id: id },
  ]);
  expect((await getCall(owner, { id })).version).toBe(2);
  const [resolved] = (await listInbox(owner, { state: "resolved" })).items;
  expect(resolved).toMatchObject({
    resolved: { resolution: "accepted", by: { type: "member", name: owner.actor.name } },
  });
  expect(await countOpen(owner)).toEqual({ open: 0, by_reason: {} });
});

test("an item of another company is not found", async () => {
  const { item, owner } = await givenHeld();
  const { ctx: stranger } = await givenMember((await givenCompany()).ctx, "owner");
  const [seen, missing] = [await resolve(stranger, "accept", item.id), await resolve(stranger, "accept", 987_654_321)];
  expect(seen).toEqual([{ ...missing[0], id: item.id }]);
  expect(seen).toMatchObject([{ status: 404 }]);
  await expect(getInboxItem(stranger, item.id)).rejects.toMatchObject({ code: "not_found" });
  expect((await listInbox(stranger, {})).items).toEqual([]);
  expect(await onlyItem(owner)).toMatchObject({ id: item.id });
});

test("resolving needs the permissions of the update, and amounts are hidden without theirs", async () => {
  const { ctx, item } = await givenHeld("7654.32");
  const { ctx: operator } = await givenMember(ctx, "operator");
  const seen = await onlyItem(operator);
  expect(JSON.stringify(seen)).not.toContain("7654.32");
  expect(seen).toMatchObject({ payload_hidden: true, preview: { entries: [{ kind: "charge" }] } });
  const [refused] = await resolve(operator, "accept", item.id);
  expect(refused).toMatchObject({ status: 403, problem: expect.stringContaining("call.revenue: update") });
  const { ctx: viewer } = await givenMember(ctx, "viewer");
  await expect(resolve(viewer, "dismiss", item.id)).rejects.toMatchObject({ permission: "calls: update" });
  const { ctx: blind } = await givenMember(ctx, "owner", { "call.details": "none" });
  expect(JSON.stringify(await onlyItem(blind))).not.toMatch(/Sold|303555/);
});

test("an API key cannot accept against a lock", async () => {
  const { ctx, item, owner } = await givenHeld();
  const { ctx: key } = await givenApiKey(ctx);
  expect(await resolve(key, "accept", item.id)).toMatchObject([{ status: 422, changed: false }]);
  expect(await onlyItem(owner)).toMatchObject({ id: item.id });
});

test("an accepted proposal reverts the conversion, and the facts may decide the side again", async () => {
  const { ctx } = await givenCompany();
  const { ctx: owner } = await givenMember(ctx, "owner");
  const { id } = await givenRuledCall(ctx, { tokens: { booked: "yes" } });
  expect(await getCall(owner, { id })).toMatchObject({ buyer_converted: true, buyer_decision: { mechanism: "rule" } });
  await rollUp(ctx);
  await updateCall(ctx, { id }, { tokens: { booked: "no" } });
  const item = await onlyItem(owner);
  expect(item).toMatchObject({ reason: "would_revert", preview: { entries: [{ kind: "credit", amount: "10.00" }] } });
  expect(await resolve(owner, "accept", item.id)).toMatchObject([{ changed: true, resolution: "accepted" }]);
  expect(await getCall(owner, { id })).toMatchObject({ buyer_converted: false, buyer_decision: null });
  await rollUp(ctx);
  expect(await receivableOf(ctx, ctx.buyer.id)).toBe(0n);
  await updateCall(ctx, { id }, { tokens: { booked: "yes" } });
  expect(await getCall(owner, { id })).toMatchObject({ buyer_converted: true, buyer_decision: { mechanism: "rule" } });
  await expectBooksBalance(ctx);
});

test("a duplicate that a reversal freed converts when a person accepts the proposal", async () => {
  const { ctx, clock } = await givenCompany();
  const { ctx: owner } = await givenMember(ctx, "owner");
  const first = await givenRuledCall(ctx, { tokens: { booked: "yes" } }, { seconds: 86_400, counts: "converted" });
  clock.advance({ minutes: 30 });
  const second = await givenCall(ctx, { tokens: { booked: "yes" } });
  expect(await getCall(owner, { id: second.id })).toMatchObject({ buyer_converted: false });
  await updateCall(owner, { id: first.id }, { buyer_converted: false });
  const item = await onlyItem(owner);
  expect(item).toMatchObject({
    reason: "duplicate_freed",
    call: { id: second.id },
    preview: { entries: [{ kind: "charge", amount: "10.00" }] },
  });
  expect(await resolve(owner, "accept", item.id)).toMatchObject([{ changed: true, resolution: "accepted" }]);
  expect(await getCall(owner, { id: second.id })).toMatchObject({
    buyer_converted: true,
    buyer_decision: { mechanism: "rule", explicit: false },
  });
  await expectBooksBalance(ctx);
});

async function givenRuledCall(
  ctx: GivenContext,
  call: Parameters<typeof givenCall>[1],
  duplicates: { seconds: number; counts: "converted" } | null = null,
) {
  const settings = BuyerSettings.parse({
    rules: [
      {
        name: "Booked",
        condition: { all: [{ token: "booked", operator: "equals", values: ["yes"] }] },
        duplicates,
      },
    ],
  });
  await saveBuyerSettings(ctx, ctx.buyer.id, {
    version: 0,
    valid_from: new Date(ctx.now().getTime() - 86_400_000),
    settings,
  });
  return givenCall(ctx, call);
}

test("a rejected post is read again as on its webhook, once the cause is fixed", async () => {
  const { ctx } = await givenCompany();
  const { ctx: owner } = await givenMember(ctx, "owner");
  const { ctx: token } = await givenSecureToken(ctx);
  const { id, uuid } = await givenCall(ctx, { buyer_id: undefined });
  await rejectPost(token, {
    uuid,
    payload: { buyer_converted: "yes", revenue: "8", utm: "x" },
    error: new Invalid({}, "Choose a buyer."),
  });
  const item = await onlyItem(owner);
  expect(await resolve(owner, "retry", item.id)).toMatchObject([{ status: 422, changed: false }]);
  await updateCall(owner, { id }, { buyer_id: ctx.buyer.id });
  expect((await onlyItem(owner)).preview).toMatchObject({ entries: [{ kind: "charge", amount: "8.00" }] });
  expect(await resolve(owner, "retry", item.id)).toMatchObject([{ status: 200, changed: true, resolution: "applied" }]);
  expect(await getCall(owner, { id })).toMatchObject({ revenue: "8.00", buyer_decision: { mechanism: "secure_api" } });
});

test("an update for an unknown call is matched with the call that a person chooses", async () => {
  const { ctx } = await givenCompany();
  const { ctx: owner } = await givenMember(ctx, "owner");
  const { ctx: token } = await givenSecureToken(ctx);
  const { id } = await givenCall(ctx);
  await rejectPost(token, {
    uuid: "0b8e7c1a-3f52-4c6d-9e81-2a4b6c8d0e1f",
    payload: { buyer_converted: "1" },
    error: new Invalid({}, ""),
  });
  const item = await onlyItem(owner);
  expect(item.actions).toEqual(["retry", "match", "dismiss"]);
  expect((await getInboxItem(owner, item.id, { call: String(id) })).item.preview).toMatchObject({
    entries: [{ kind: "charge" }],
  });
  const match = (call: string) => resolveInboxItems(owner, { action: "match", ids: [item.id], call });
  expect(await match("987654321")).toMatchObject([{ status: 404 }]);
  expect(await match(String(id))).toMatchObject([{ status: 200, changed: true, resolution: "applied", call_id: id }]);
});

test("several items are answered one by one, and all that can be resolved are", async () => {
  const { ctx } = await givenCompany();
  const { ctx: owner } = await givenMember(ctx, "owner");
  const { ctx: token } = await givenSecureToken(ctx);
  const { uuid } = await givenCall(ctx);
  await inCompanySql(ctx.company.id, (tx) =>
    fileInInbox(
      tx,
      Array.from({ length: 500 }, (_, index) => ({
        receivedAt: ctx.now(),
        reason: "refused" as const,
        callId: null,
        side: null,
        mechanism: "secure_api",
        actor: token.actor,
        payload: index % 2 === 0 ? { revenue: `${index}`, call_uuid: uuid } : { body: `<sold number="${index}"/>` },
        problem: null,
      })),
    ),
  );
  const ids: number[] = [];
  let cursor: string | undefined;
  do {
    const page = await listInbox(owner, { per_page: 200, ...(cursor !== undefined && { cursor }) });
    ids.push(...page.items.map((item) => item.id));
    cursor = page.next_cursor ?? undefined;
  } while (cursor !== undefined);
  expect(new Set(ids).size).toBe(500);
  const results = await resolve(owner, "retry", ...ids.toSorted((one, other) => one - other));
  expect(results.filter(({ status }) => status === 200)).toHaveLength(250);
  expect(results.filter(({ status }) => status === 404)).toHaveLength(250);
  expect(await countOpen(owner)).toEqual({ open: 250, by_reason: { refused: 250 } });
});
