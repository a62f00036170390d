import { beforeAll, describe, expect, test } from "vitest";
import { listChanges } from "@/lib/call/list-changes";
import { getCall } from "@/lib/conversion/get-call";
import { lockSide, returnToAutomatic } from "@/lib/conversion/set-side";
import { updateCall } from "@/lib/conversion/update-call";
import { rollUp } from "@/lib/ledger/roll-up";
import { getBilling } from "@/lib/report/get-billing";
import { listCalls } from "@/lib/report/list-calls";
import { givenCall } from "@/lib/testing/factories/given-call";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { givenApiKey } from "@/lib/testing/factories/given-credentials";
import { givenMember } from "@/lib/testing/factories/given-member";
import type { Context } from "./context";
import type { Area, Level } from "./domain/access";
import { ROLES, type Role } from "./domain/roles";

/** Distinctive amounts: no other value in an answer contains these digits. */
const [REVENUE, PAYOUT] = ["7654.32", "2345.67"];

let ctx: GivenContext;
let id: number;
beforeAll(async () => {
  ({ ctx } = await givenCompany());
  ({ id } = await givenCall(ctx));
  await updateCall(ctx, { id }, { buyer_converted: true, offer_converted: true, revenue: REVENUE, payout: PAYOUT });
  await rollUp(ctx);
  await updateCall(ctx, { id }, { buyer_converted: false });
  await updateCall(ctx, { id }, { buyer_converted: true });
});

/** Every answer about a call that this reader can get, including rejected and unchanged saves, as one text. */
async function everythingShown(reader: Context): Promise<string> {
  const shown: unknown[] = [
    await getCall(reader, { id }),
    await listCalls(reader, {}),
    await listChanges(reader, { id }),
    await getBilling(reader, { id }),
  ];
  const save = async (saving: () => Promise<unknown>) => {
    shown.push(await saving().catch((error: Error) => ({ ...error, message: error.message })));
  };
  await save(async () => updateCall(reader, { id }, { buyer_converted: true }));
  await save(async () => updateCall(reader, { id }, { buyer_converted: false, version: 0 }));
  await save(async () => updateCall(reader, { id }, { revenue: "1", payout: "1" }));
  await save(async () => lockSide(reader, { id }, { side: "buyer", locked: false }));
  return JSON.stringify(shown, (_, value) => (typeof value === "bigint" ? String(value) : value));
}

describe("a member without permission for an amount sees it nowhere: call, list, history, billing, conflict or error", () => {
  const readers: [Role, Partial<Record<Area, Level>>][] = [
    ...(Object.keys(ROLES) as Role[]).map((role): [Role, object] => [role, {}]),
    ["manager", { "call.revenue": "none" }],
    ["manager", { "call.payout": "none" }],
    ["billing", { "call.revenue": "none", "call.payout": "none" }],
    ["owner", { "call.revenue": "none", "call.payout": "none" }],
  ];

  test.each(readers)("a %s with %j", async (role, grants) => {
    const access = { ...ROLES[role], ...grants };
    for (const { ctx: reader } of [await givenMember(ctx, role, grants), await givenApiKey(ctx, role, grants)]) {
      const shown = await everythingShown(reader);
      expect([shown.includes(REVENUE), shown.includes(PAYOUT)]).toEqual([
        access["call.revenue"] !== "none",
        access["call.payout"] !== "none",
      ]);
      expect(shown.includes("765432")).toBe(false);
    }
  });
});

test("without billing: read the panel shows kinds and states, but no amounts", async () => {
  const { ctx: reader } = await givenMember(ctx, "manager", { billing: "none" });
  const shown = JSON.stringify(await getBilling(reader, { id }));
  expect(shown).toContain("charge");
  expect(shown).not.toMatch(/"(amount|totals|debit_account|credit_account)"/);
});

test("only members who may see amounts are warned of a conversion at 0.00", async () => {
  const { id: free } = await givenCall(ctx);
  const save = { buyer_converted: true };
  await updateCall(ctx, { id: free }, { ...save, revenue: "0" });
  const [operator, manager] = [await givenMember(ctx, "operator"), await givenMember(ctx, "manager")];
  expect(await updateCall(operator.ctx, { id: free }, save)).not.toHaveProperty("warnings");
  expect(await updateCall(manager.ctx, { id: free }, save)).toHaveProperty("warnings");
});

test("an amount sent by a member who may not update it rejects the whole update", async () => {
  const operator = (await givenMember(ctx, "operator")).ctx;
  const { id: own } = await givenCall(ctx);
  const sent = { buyer_converted: true, revenue: "5", tokens: { zip: "80202" }, reason: "Sold." };
  await expect(updateCall(operator, { id: own }, sent)).rejects.toMatchObject({ permission: "call.revenue: update" });
  expect(await getCall(ctx, { id: own })).toMatchObject({ version: 0, buyer_converted: false, tokens: {} });
});

test("flags, locks and tokens each need their own permission", async () => {
  const { id: own } = await givenCall(ctx);
  const attempts: [string, Partial<Record<Area, Level>>, (reader: Context) => Promise<unknown>][] = [
    ["call.buyer_converted", {}, (reader) => updateCall(reader, { id: own }, { buyer_converted: true })],
    ["call.offer_converted", {}, (reader) => updateCall(reader, { id: own }, { offer_converted: true })],
    ["call.offer_converted", {}, (reader) => lockSide(reader, { id: own }, { side: "offer", locked: true })],
    ["call.buyer_converted", {}, (reader) => returnToAutomatic(reader, { id: own }, { side: "buyer" })],
    ["call.tokens", {}, (reader) => updateCall(reader, { id: own }, { tokens: { zip: "80202" } })],
    ["call.payout", { "call.payout": "read" }, (reader) => updateCall(reader, { id: own }, { payout: "1" })],
  ];
  for (const [area, level, attempt] of attempts) {
    const reader = (await givenMember(ctx, "owner", { [area]: "none", ...level })).ctx;
    await expect(attempt(reader)).rejects.toMatchObject({ code: "forbidden", permission: `${area}: update` });
  }
  expect(await getCall(ctx, { id: own })).toMatchObject({ version: 0, tokens: {} });
});
