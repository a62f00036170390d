import { describe, expect, test } from "vitest";
import { accessOf } from "@/lib/access/domain/roles";
import { Conflict, Forbidden, Invalid, NotFound } from "@/lib/base/errors";
import { NewCap } from "@/lib/cap/contract";
import { createCap } from "@/lib/cap/save-cap";
import { getCall } from "@/lib/conversion/get-call";
import { updateCall } from "@/lib/conversion/update-call";
import { createIntegration } from "@/lib/inbound/create-integration";
import { recordCall } from "@/lib/inbound/record-calls";
import { updateIntegration } from "@/lib/inbound/update-integration";
import { inCompany } from "@/lib/platform/sql/in-company";
import { getAvailability } from "@/lib/report/get-availability";
import { listCalls } from "@/lib/report/list-calls";
import { getBuyerSettings } from "@/lib/settings/get-settings";
import { listBuyers } from "@/lib/settings/list-owners";
import { saveBuyerSettings } from "@/lib/settings/save-settings";
import { givenCall } from "@/lib/testing/factories/given-call";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { expectBooksBalance } from "@/lib/testing/invariants";
import type { PartyListQuery } from "./contract";
import { createBuyers } from "./create-buyers";
import type { PartyKind } from "./domain/party-kind";
import { getParty } from "./get-party";
import { listParties } from "./list-parties";
import { updateParty } from "./update-party";

const KINDS: readonly PartyKind[] = ["buyer", "offer", "traffic_source"];
const idOf = (ctx: GivenContext, kind: PartyKind) =>
  ({ buyer: ctx.buyer, offer: ctx.offer, traffic_source: ctx.trafficSource })[kind].id;
const as = (ctx: GivenContext, role: string, grants = {}): GivenContext => ({
  ...ctx,
  actor: { type: "member", id: 1, name: "Ana Ruiz", access: accessOf(role, grants) },
});

describe.each(KINDS)("a %s", (kind) => {
  test("is renamed, archived and restored; absent fields are unchanged", async () => {
    const { ctx } = await givenCompany();
    const id = idOf(ctx, kind);
    const before = await getParty(ctx, kind, id);
    expect(before).toMatchObject({ id, archived_at: null });
    expect(await updateParty(ctx, kind, id, { name: "Dogwood" })).toEqual({ ...before, name: "Dogwood" });
    const archived = await updateParty(ctx, kind, id, { archived: true });
    expect(archived).toEqual({ ...before, name: "Dogwood", archived_at: ctx.now().toISOString() });
    ctx.clock.advance({ hours: 1 });
    expect(await updateParty(ctx, kind, id, { archived: true })).toEqual(archived);
    expect(await updateParty(ctx, kind, id, { archived: false })).toEqual({ ...before, name: "Dogwood" });
    expect(await getParty(ctx, kind, id)).toEqual({ ...before, name: "Dogwood" });
  });

  test("is not renamed over a name that somebody else saved meanwhile", async () => {
    const { ctx } = await givenCompany();
    const id = idOf(ctx, kind);
    const { name: read } = await getParty(ctx, kind, id);
    const renames = ["Dogwood", "Hazel"].map((name) => updateParty(ctx, kind, id, { name, expected_name: read }));
    const answers = await Promise.allSettled(renames);
    const refused = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason] : []));
    expect(refused).toEqual([expect.any(Conflict)]);
    const { name: standing } = await getParty(ctx, kind, id);
    expect(refused[0].message).toContain(`It was renamed to “${standing}” in the meantime.`);
    expect(await updateParty(ctx, kind, id, { name: "Rowan", expected_name: standing })).toMatchObject({
      name: "Rowan",
    });
  });

  test("has its creation, names and states in the audit log, and nothing for a save that changes nothing", async () => {
    const { ctx } = await givenCompany();
    const id = idOf(ctx, kind);
    const { name } = await getParty(ctx, kind, id);
    const changes = [{ name }, { name: "Dogwood", archived: true }, { archived: true }, { archived: false }, {}];
    for (const change of changes) await updateParty(ctx, kind, id, change);
    const entries = await inCompany(ctx.company.id, (tx) =>
      tx.auditEntry.findMany({
        where: { companyId: tx.company, subjectType: kind, subjectId: String(id) },
        orderBy: { id: "asc" },
      }),
    );
    expect(entries.map(({ action, before, after }) => [action, before, after])).toEqual([
      [`${kind}.created`, {}, { name }],
      [`${kind}.renamed`, { name }, { name: "Dogwood" }],
      [`${kind}.archived`, {}, {}],
      [`${kind}.restored`, {}, {}],
    ]);
  });

  test("is listed by state", async () => {
    const { ctx } = await givenCompany();
    const id = idOf(ctx, kind);
    await updateParty(ctx, kind, id, { archived: true });
    const listed = async (query: PartyListQuery) =>
      (await listParties(ctx, kind, query)).parties.map((party) => party.id).includes(id);
    expect([await listed({}), await listed({ state: "archived" }), await listed({ state: "all" })]).toEqual([
      false,
      true,
      true,
    ]);
  });

  test("is changed only with the permission, and does not exist for another company", async () => {
    const { ctx } = await givenCompany();
    const id = idOf(ctx, kind);
    await expect(async () => updateParty(as(ctx, "manager"), kind, id, { name: "Mine" })).rejects.toBeInstanceOf(
      Forbidden,
    );
    const blind = as(ctx, "viewer", { calls: "none", "call.details": "none" });
    await expect(async () => getParty(blind, kind, id)).rejects.toBeInstanceOf(Forbidden);
    await expect(async () => listParties(blind, kind, {})).rejects.toBeInstanceOf(Forbidden);
    const { ctx: other } = await givenCompany();
    await expect(updateParty(other, kind, id, { name: "Mine" })).rejects.toBeInstanceOf(NotFound);
    await expect(getParty(other, kind, id)).rejects.toBeInstanceOf(NotFound);
    expect((await listParties(other, kind, { cursor: String(id) })).parties).toEqual([]);
  });
});

describe("a list in pages", () => {
  const NAMES = ["maple", "Oak", "oak", "Soaked", "Cloak"];

  async function pages(query: PartyListQuery): Promise<string[]> {
    const { ctx } = await givenCompany();
    await createBuyers(ctx, NAMES);
    const names: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await listParties(ctx, "buyer", { ...query, per_page: 2, ...(cursor && { cursor }) });
      names.push(...page.parties.map(({ name }) => name));
      cursor = page.next_cursor;
    } while (cursor);
    return names;
  }

  test("by name has those first that begin with the search text", async () => {
    expect(await pages({ q: "oak" })).toEqual(["Oak", "oak", "Cloak", "Soaked"]);
    expect(await pages({})).toEqual(["Birch Roofing", "Cedar Roofs", "Cloak", "maple", "Oak", "oak", "Soaked"]);
  });

  test("newest first", async () => {
    expect(await pages({ sort: "newest" })).toEqual([...NAMES.toReversed(), "Cedar Roofs", "Birch Roofing"]);
  });

  test("rejects a cursor that is none, and finds % and _ as they are", async () => {
    const { ctx } = await givenCompany();
    await expect(listParties(ctx, "buyer", { cursor: "x" })).rejects.toBeInstanceOf(Invalid);
    await createBuyers(ctx, ["50 % off_line"]);
    for (const q of ["%", "_"]) {
      expect((await listParties(ctx, "buyer", { q })).parties.map(({ name }) => name)).toEqual(["50 % off_line"]);
    }
  });

  test("shows the default price only to who may see revenue", async () => {
    const { ctx } = await givenCompany();
    expect((await listBuyers(ctx, {})).parties[0]).toMatchObject({ price: "10.00" });
    const blind = as(ctx, "manager", { "call.revenue": "none" });
    expect((await listBuyers(blind, {})).parties[0]).not.toHaveProperty("price");
    await updateParty(ctx, "buyer", ctx.buyer.id, { archived: true });
    expect((await listBuyers(ctx, {})).parties).toMatchObject([{ id: ctx.otherBuyer.id }]);
    expect((await listBuyers(ctx, { state: "archived" })).parties).toMatchObject([{ id: ctx.buyer.id }]);
  });
});

describe("archived parties", () => {
  async function givenArchived() {
    const { ctx } = await givenCompany();
    const { id: callId } = await givenCall(ctx);
    for (const kind of KINDS) await updateParty(ctx, kind, idOf(ctx, kind), { archived: true });
    return { ctx, callId };
  }

  test("keep their calls, and calls that still arrive are recorded and convert", async () => {
    const { ctx, callId } = await givenArchived();
    await updateCall(ctx, { id: callId }, { buyer_converted: true, offer_converted: true });
    expect(await getCall(ctx, { id: callId })).toMatchObject({ revenue: "10.00", payout: "6.00" });
    const parties = { offer_id: ctx.offer.id, buyer_id: ctx.buyer.id, traffic_source_id: ctx.trafficSource.id };
    const { call } = await recordCall(ctx, { ...parties, caller: "+15550101" });
    for (const filter of [
      { buyer_id: ctx.buyer.id },
      { offer_id: ctx.offer.id },
      { traffic_source_id: ctx.trafficSource.id },
    ]) {
      expect((await listCalls(ctx, filter)).calls.map(({ id }) => id).sort()).toEqual([callId, call.id].sort());
    }
    expect((await listCalls(ctx, { buyer_id: ctx.otherBuyer.id })).calls).toEqual([]);
    await expectBooksBalance(ctx);
  });

  test("are told to be unavailable", async () => {
    const { ctx } = await givenArchived();
    const owner = { side: "buyer", id: ctx.buyer.id } as const;
    expect(await getAvailability(ctx, owner, {})).toMatchObject({ available: false, reasons: [{ code: "archived" }] });
  });

  test("can't be chosen for an integration, a price or a cap, and stay where they are", async () => {
    const { ctx } = await givenCompany();
    const { buyer, offer, trafficSource } = ctx;
    const parties = { offer_id: offer.id, buyer_id: buyer.id, traffic_source_id: trafficSource.id };
    const create = () => createIntegration(ctx, { provider: "vapi", name: "Line", ...parties });
    const { integration } = await create();
    const prices = [{ offer_id: offer.id, amount: "12.00" }];
    const save = async (list: typeof prices) => {
      ctx.clock.advance({ hours: 1 });
      const { version, settings } = await getBuyerSettings(ctx, buyer.id);
      return saveBuyerSettings(ctx, buyer.id, { version, settings, prices: list });
    };
    await save(prices);
    for (const kind of KINDS) await updateParty(ctx, kind, idOf(ctx, kind), { archived: true });

    await expect(create()).rejects.toMatchObject({
      errors: {
        offer_id: `Offer ${offer.id} is archived. Restore it, or choose another one.`,
        buyer_id: `Buyer ${buyer.id} is archived. Restore it, or choose another one.`,
        traffic_source_id: `Traffic source ${trafficSource.id} is archived. Restore it, or choose another one.`,
      },
    });
    expect(await updateIntegration(ctx, integration.id, { name: "Other line", ...parties })).toMatchObject({
      name: "Other line",
    });
    await save([{ offer_id: offer.id, amount: "13.00" }]);
    await save([]);
    await expect(save(prices)).rejects.toMatchObject({
      errors: { "prices.0.offer_id": expect.stringContaining("archived") },
    });
    const cap = NewCap.parse({ measure: "conversions", span: "day", limit: "2", offer_id: String(offer.id) });
    await expect(createCap(ctx, { side: "buyer", id: buyer.id }, cap)).rejects.toMatchObject({
      errors: { offer_id: expect.stringContaining("archived") },
    });
  });
});
