import { beforeAll, describe, expect, test } from "vitest";
import type { Area, Level } from "@/lib/access/domain/access";
import { ROLES, type Role } from "@/lib/access/domain/roles";
import { addTokens } from "@/lib/conversion/add-tokens";
import { addTranscript } from "@/lib/conversion/add-transcript";
import { givenCall } from "@/lib/testing/factories/given-call";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { givenMember } from "@/lib/testing/factories/given-member";
import { givenBuyerSettings, givenOfferSettings } from "@/lib/testing/factories/given-settings";
import { listEvaluations } from "./list-evaluations";

const SETTINGS = {
  rules: [
    {
      name: "Known zip",
      condition: {
        any: [
          { token: "zip", operator: "in", values: ["10001"] },
          { token: "caller", operator: "exists" },
        ],
      },
      minimum_duration: { basis: "connected", seconds: 500 },
      amount: { kind: "fixed", amount: "7654.32" },
    },
  ],
  voice_agent: { enabled: true, phrases: [{ text: "book it" }] },
};

let ctx: GivenContext;
let id: number;
beforeAll(async () => {
  ({ ctx } = await givenCompany());
  await givenBuyerSettings(ctx, SETTINGS);
  await givenOfferSettings(ctx, SETTINGS);
  ({ id } = await givenCall(ctx, { started_at: ctx.now(), caller: "+13035550187" }));
  await addTokens(ctx, { id }, { tokens: { zip: "80202" } });
  await addTranscript(ctx, { id }, { speaker: "customer", text: "well, book it now", at_seconds: 3 });
});

const shownTo = async (role: Role, grants: Partial<Record<Area, Level>> = {}) =>
  listEvaluations((await givenMember(ctx, role, grants)).ctx, { id });

test.each(Object.keys(ROLES) as Role[])("amounts of rules are never shown: %s", async (role) => {
  const text = JSON.stringify(await shownTo(role));
  expect(text).toContain("Known zip");
  expect(text).not.toMatch(/7654|amount/i);
});

describe("without call details", () => {
  const blind = { "call.details": "none" } as const;

  test("the failed clause is shown, but no token value, caller or spoken word", async () => {
    const shown = await shownTo("owner", blind);
    expect(JSON.stringify(shown)).not.toMatch(/80202|3035550187|well,|it now/);
    expect(shown.evaluations[0]?.steps).toMatchObject([
      {
        holds: false,
        clauses: [
          { subject: "connected seconds", seen: "84", holds: false },
          { subject: "zip", wanted: "in 10001", holds: false },
          { subject: "caller", holds: true },
        ],
      },
      { holds: true, clauses: [{ wanted: "“book it”", holds: true }] },
      { on: false },
    ]);
  });

  test("values are shown with call details", async () => {
    expect(JSON.stringify(await shownTo("viewer"))).toMatch(/80202.*3035550187.*well, book it now/);
  });
});

test("a side that may not be read is absent", async () => {
  const { sides, evaluations } = await shownTo("owner", { "call.offer_converted": "none" });
  expect(sides.map(({ side }) => side)).toEqual(["buyer"]);
  expect(new Set(evaluations.map(({ side }) => side))).toEqual(new Set(["buyer"]));
});

test("evaluations are listed newest first and numbered per side, without repetitions", async () => {
  await addTokens(ctx, { id }, { tokens: { unasked: "1" } });
  const { evaluations } = await listEvaluations(ctx, { id });
  expect(evaluations.filter(({ side }) => side === "buyer").map(({ number }) => number)).toEqual([3, 2, 1]);
});

test("evaluations need calls: read and a call of the own company", async () => {
  const { ctx: strange } = await givenCompany();
  await expect(shownTo("owner", { calls: "none" })).rejects.toMatchObject({ permission: "calls: read" });
  await expect(listEvaluations(strange, { id })).rejects.toMatchObject({ code: "not_found" });
});
