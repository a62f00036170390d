import { beforeAll, expect, test } from "vitest";
import { updateCall } from "@/lib/conversion/update-call";
import { recordDocument } from "@/lib/document/record-document";
import { createOffers } from "@/lib/party/create-offers";
import type { AccountOwner } from "@/lib/party/domain/account-owner";
import { givenCalls } from "@/lib/testing/factories/given-call";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { givenMember } from "@/lib/testing/factories/given-member";
import { expectBooksBalance } from "@/lib/testing/invariants";
import type { AccountEntry, AccountEntryQuery } from "./contract/account";
import { exportAccountEntries } from "./export-account-entries";
import { getAccount } from "./get-account";
import { listAccountEntries } from "./list-account-entries";
import { rollUp } from "./roll-up";

let ctx: GivenContext;
let buyer: AccountOwner;
let source: AccountOwner;
let calls: { id: number; uuid: string }[];
let dangerous: { id: number; name: string };
/**
 * October and November: two offers, charges, credits, repriced calls and payments, in three rollups and two documents.
 */
beforeAll(async () => {
  ({ ctx } = await givenCompany());
  buyer = { type: "buyer", id: ctx.buyer.id };
  source = { type: "traffic_source", id: ctx.trafficSource.id };
  const [offer] = await createOffers(ctx, ["=HYPERLINK(1)"]);
  dangerous = offer ?? dangerous;
  calls = await givenCalls(
    ctx,
    Array.from({ length: 9 }, (_, place) => ({
      started_at: new Date(Date.UTC(2026, 9, 20 + place * 4, 18)),
      ...(place % 3 === 0 && { offer_id: dangerous.id }),
    })),
  );
  for (const { id } of calls) await updateCall(ctx, { id }, { buyer_converted: true, offer_converted: true });
  await rollUp(ctx);
  for (const { id } of calls.slice(0, 5)) await updateCall(ctx, { id }, { revenue: "12.50" });
  for (const { id } of calls.slice(3, 7)) await updateCall(ctx, { id }, { buyer_converted: false });
  await rollUp(ctx);
  await recordDocument(ctx, buyer, { kind: "payment", amount: "30.00", dated: "2026-11-05" });
  await recordDocument(ctx, source, { kind: "payment", amount: "6.00", dated: "2026-11-06" });
  await updateCall(ctx, { id: calls[4]?.id ?? 0 }, { buyer_converted: true });
  await rollUp(ctx);
});

async function walk(owner: AccountOwner, query: AccountEntryQuery, between: () => Promise<unknown> = async () => {}) {
  const entries: AccountEntry[] = [];
  let cursor: string | undefined;
  do {
    const page = await listAccountEntries(ctx, owner, { ...query, cursor });
    entries.push(...page.entries);
    cursor = page.next_cursor ?? undefined;
    if (cursor) await between();
  } while (cursor);
  return entries;
}

const cents = (text: string | null | undefined) => BigInt((text ?? "").replace(".", ""));
const sum = (entries: readonly AccountEntry[]) => entries.reduce((total, { amount }) => total + cents(amount), 0n);

/** Each running balance is the sum of its entry, all older ones, and the opening balance. */
function expectRunning(entries: readonly AccountEntry[], opening = 0n): void {
  const below = entries.map((_, place) => opening + sum(entries.slice(place)));
  expect(entries.map(({ balance }) => cents(balance))).toEqual(below);
}

test("the running balance includes the entry and all older ones, for buyers and traffic sources", async () => {
  for (const owner of [buyer, source]) {
    const entries = await walk(owner, { per_page: 4 });
    const { balance, entries: count } = await getAccount(ctx, owner);
    expect(entries).toHaveLength(count);
    expect(entries[0]?.balance).toBe(balance);
    expectRunning(entries);
    const days = entries.map(({ booked_on }) => booked_on);
    expect(days).toEqual(days.toSorted().toReversed());
  }
  await expectBooksBalance(ctx);
});

test("pages show the books as of the first page, whatever rollups post in between", async () => {
  const before = await walk(buyer, {});
  let place = 0;
  const paged = await walk(buyer, { per_page: 3 }, async () => {
    const call = calls[place++ % calls.length];
    const { call: saved } = await updateCall(ctx, { id: call?.id ?? 0 }, { revenue: `${20 + place}.00` });
    if (!saved.buyer_converted) await updateCall(ctx, { id: saved.id }, { buyer_converted: true });
    await rollUp(ctx);
  });
  expect(paged).toEqual(before);
  const after = await walk(buyer, {});
  expect(after.length).toBeGreaterThan(before.length);
  expectRunning(after);
});

test("a period starts with the balance before it", async () => {
  const all = await walk(buyer, {});
  for (const query of [{ month: "2026-10" }, { from: "2026-10-25", to: "2026-11-05" }, { to: "2026-10-31" }]) {
    const { from, to } = "month" in query ? { from: "2026-10-01", to: "2026-10-31" } : { from: "", ...query };
    const within = all.filter(({ booked_on }) => booked_on >= from && booked_on <= to);
    const entries = await walk(buyer, { ...query, per_page: 3 });
    expect(entries.map(({ id }) => id)).toEqual(within.map(({ id }) => id));
    expectRunning(entries, sum(all.filter(({ booked_on }) => booked_on < from)));
  }
});

test("each filter finds exactly its entries, for any page size", async () => {
  const all = await walk(buyer, {});
  const some = calls[4] ?? { id: 0, uuid: "" };
  const filters: [AccountEntryQuery, (entry: AccountEntry) => boolean][] = [
    [{ kind: "credit" }, ({ kind }) => kind === "credit"],
    [{ kind: "payment" }, ({ kind }) => kind === "payment"],
    [{ kind: "no_such_kind" }, () => false],
    [{ offer_id: dangerous.id }, ({ offer }) => offer?.id === dangerous.id],
    [
      { kind: "charge", offer_id: ctx.offer.id, month: "2026-11" },
      ({ kind, offer, booked_on }) => kind === "charge" && offer?.id === ctx.offer.id && booked_on >= "2026-11-01",
    ],
    [{ kind: "payment", offer_id: ctx.offer.id }, () => false],
    [{ call: String(some.id) }, ({ call }) => call?.id === some.id],
    [{ call: some.uuid, kind: "credit" }, ({ call, kind }) => call?.id === some.id && kind === "credit"],
    [{ call: crypto.randomUUID() }, () => false],
  ];
  for (const [query, matches] of filters) {
    const actual = await walk(buyer, { ...query, per_page: 2 });
    expect(actual.map(({ id }) => id)).toEqual(all.filter(matches).map(({ id }) => id));
    expect(actual.every(({ balance }) => balance === null)).toBe(true);
  }
});

test("invalid parameters are rejected by name", async () => {
  const refusal = (query: AccountEntryQuery) =>
    listAccountEntries(ctx, buyer, query).then(
      () => null,
      (reason: { errors?: object }) => Object.keys(reason.errors ?? {}),
    );
  const { next_cursor } = await listAccountEntries(ctx, buyer, { per_page: 1 });
  expect(await refusal({ cursor: "bm9uc2Vuc2U" })).toEqual(["cursor"]);
  expect(await refusal({ cursor: next_cursor ?? "", kind: "charge" })).toEqual(["cursor"]);
  expect(await refusal({ month: "2026-10", from: "2026-10-02" })).toEqual(["month"]);
  expect(await refusal({ from: "2026-10-02", to: "2026-10-01" })).toEqual(["to"]);
  expect(await refusal({ call: "the second one" })).toEqual(["call"]);
});

test("a cursor continues only the list that it came from", async () => {
  const cursorOf = async (owner: AccountOwner) =>
    (await listAccountEntries(ctx, owner, { per_page: 1 })).next_cursor ?? "none";
  const own = await cursorOf(buyer);
  const theirs = (await givenCompany()).ctx;
  const edited = (change: (content: string) => string) =>
    Buffer.from(change(Buffer.from(own, "base64url").toString())).toString("base64url");
  const refused: [GivenContext, AccountOwner, string][] = [
    [ctx, buyer, await cursorOf(source)],
    [ctx, source, own],
    [theirs, { type: "buyer", id: theirs.buyer.id }, own],
    [ctx, buyer, edited((content) => content.replace(/^[0-9]+/, "1"))],
    [ctx, buyer, edited((content) => content.replace(/-?[0-9]+(\.[^.]+)$/, "99999999$1"))],
    [ctx, buyer, edited((content) => content.replace(/[^.]+$/, "A".repeat(22)))],
  ];
  for (const [of, owner, cursor] of refused) {
    expect(cursor).not.toBe("none");
    await expect(listAccountEntries(of, owner, { per_page: 1, cursor })).rejects.toMatchObject({
      errors: { cursor: expect.stringContaining("This cursor is invalid") },
    });
  }
  expect((await listAccountEntries(ctx, buyer, { per_page: 1, cursor: own })).entries).toHaveLength(1);
});

test("the file has the filtered entries, amounts as numbers and no formulas", async () => {
  const pieces: string[] = [];
  for await (const piece of await exportAccountEntries(ctx, buyer, { month: "2026-10" })) pieces.push(piece);
  const [header, ...lines] = pieces.join("").trimEnd().split("\r\n");
  const entries = await walk(buyer, { month: "2026-10" });
  expect(header).toMatch(/^booked_on,service_date,kind,amount,balance,currency,call_id,call_uuid,offer,/);
  expect(lines.map((line) => line.split(",").slice(2, 5).join(" "))).toEqual(
    entries.map(({ kind, amount, balance }) => `${kind} ${amount} ${balance}`),
  );
  expect(lines.some((line) => line.includes(",'=HYPERLINK(1),"))).toBe(true);
  expect(lines.join("\n")).not.toMatch(/(^|,)=/m);
});

test("an account is shown to members who may see its amounts, in its own company only", async () => {
  for (const role of ["operator", "viewer"] as const) {
    const member = await givenMember(ctx, role);
    await expect(getAccount(member.ctx, buyer)).rejects.toThrow("billing: read");
    await expect(listAccountEntries(member.ctx, buyer, {})).rejects.toThrow("billing: read");
    await expect(exportAccountEntries(member.ctx, source, {})).rejects.toThrow("billing: read");
  }
  const noPayout = await givenMember(ctx, "billing", { "call.payout": "none" });
  await expect(listAccountEntries(noPayout.ctx, source, {})).rejects.toThrow("call.payout: read");
  expect((await listAccountEntries(noPayout.ctx, buyer, {})).entries.length).toBeGreaterThan(0);
  const { ctx: stranger } = await givenCompany();
  await expect(getAccount(stranger, buyer)).rejects.toThrow("Nothing was found at this address");
  await expect(listAccountEntries(stranger, buyer, {})).rejects.toThrow("Nothing was found at this address");
});
