import { expect, test } from "vitest";
import { createApiKeys } from "@/lib/access/create-api-keys";
import { createMembers } from "@/lib/access/create-members";
import { createSecureTokens } from "@/lib/access/create-secure-tokens";
import { Forbidden, Invalid } from "@/lib/base/errors";
import { updateCall } from "@/lib/conversion/update-call";
import { createBuyers } from "@/lib/party/create-buyers";
import { inCompany } from "@/lib/platform/sql/in-company";
import { prisma } from "@/lib/platform/sql/prisma";
import { createRuleSets } from "@/lib/settings/create-rule-sets";
import { createTerms } from "@/lib/terms/create-terms";
import { givenCall } from "@/lib/testing/factories/given-call";
import { givenCompany } from "@/lib/testing/factories/given-company";
import { givenMember } from "@/lib/testing/factories/given-member";
import { expectBooksBalance } from "@/lib/testing/invariants";
import { createCompany } from "./create-company";

test("a new company has its accounts and an empty ledger", async () => {
  const { ctx } = await givenCompany();
  await inCompany(ctx.company.id, async (tx) => {
    const kinds = await tx.account.groupBy({ by: ["kind"], _count: true });
    expect(kinds.map(({ kind, _count }) => `${_count} ${kind}`).sort()).toEqual([
      "1 adjustments",
      "1 bad_debt",
      "1 cash_clearing",
      "1 opening_balances",
      "1 revenue",
      "1 tax",
      "1 traffic_cost",
      "2 buyer_receivable",
      "2 traffic_source_payable",
    ]);
    const head = await tx.ledgerHead.findFirstOrThrow();
    expect(head).toMatchObject({ rollupNumber: 0n, closedThrough: null });
    expect(head.digest).toEqual(new Uint8Array(32));
  });
});

test.each(["IST", "BST", "PST", "EST5EDT", "+01:00", "-03:00", "", "Mars/Olympus"])(
  "%j is rejected as a time zone that PostgreSQL reads differently",
  async (timeZone) => {
    const wrong = createCompany({ name: "Nowhere", currency: "USD", timeZone });
    await expect(wrong).rejects.toMatchObject({ errors: { time_zone: expect.any(String) } });
  },
);

test.each(["UTC", "America/Argentina/Buenos_Aires", "Etc/GMT+5", "Asia/Kathmandu"])(
  "%s is accepted as a time zone",
  async (timeZone) => {
    expect(await createCompany({ name: "Somewhere", currency: "USD", timeZone })).toMatchObject({ timeZone });
  },
);

test("a company with an unknown currency or time zone is not created", async () => {
  const before = await prisma().company.count();
  const wrong = createCompany({ name: "Nowhere", currency: "XXZ", timeZone: "Mars/Olympus" });
  await expect(wrong).rejects.toThrow(Invalid);
  await expect(wrong).rejects.toMatchObject({
    errors: { currency: expect.any(String), time_zone: expect.any(String) },
  });
  expect(await prisma().company.count()).toBe(before);
});

test("ids are assigned in the order of the input", async () => {
  const { ctx } = await givenCompany();
  const names = Array.from({ length: 300 }, (_, position) => `Buyer ${300 - position}`);
  const buyers = await createBuyers(ctx, names);
  expect(buyers.map(({ name }) => name)).toEqual(names);
  expect(buyers.every(({ id }, position) => position === 0 || id > (buyers[position - 1]?.id ?? id))).toBe(true);
});

test("creating parties, keys and members needs the permission for it", async () => {
  const { ctx, buyer } = await givenCompany();
  const { ctx: manager } = await givenMember(ctx, "manager");
  const validFrom = ctx.now();
  const attempts = [
    async () => createBuyers(manager, ["Elm Gutters"]),
    async () => createTerms(manager, { prices: [{ buyerId: buyer.id, validFrom, amountMinor: 1n }] }),
    async () => createRuleSets(manager, []),
    async () => createApiKeys(manager, [{ name: "Mine", role: "owner" }]),
    async () => createSecureTokens(manager, [{ name: "Mine" }]),
    async () =>
      createMembers(manager, [{ email: "friend@acme.test", name: "Friend", role: "owner", password: "secret" }]),
  ];
  for (const attempt of attempts) await expect(attempt()).rejects.toThrow(Forbidden);
});

test("secrets are stored only as hashes", async () => {
  const { ctx } = await givenCompany();
  const [key] = await createApiKeys(ctx, [{ name: "Call platform", role: "manager" }]);
  const [token] = await createSecureTokens(ctx, [{ name: "Buyers' systems" }]);
  const rows = await prisma().$queryRaw<{ row: string }[]>`
    select k::text || t::text as row from api_key k, secure_token t where k.id = ${key?.id} and t.id = ${token?.id}`;
  expect(rows).toHaveLength(1);
  for (const secret of [key?.secret, token?.token]) expect(rows[0]?.row).not.toContain(secret);
});

test("new settings do not affect calls that started before them", async () => {
  const { ctx, clock, offer } = await givenCompany();
  const before = await givenCall(ctx);
  clock.advance({ days: 1 });
  await createRuleSets(ctx, [
    { offerId: offer.id, validFrom: clock.now(), convertsWithBuyer: false },
    { offerId: offer.id, validFrom: clock.now(), convertsWithBuyer: true },
  ]);
  clock.advance({ hours: 1 });
  const after = await givenCall(ctx);
  const flipped = async (id: number) => (await updateCall(ctx, { id }, { buyer_converted: true })).call.offer_converted;
  expect([await flipped(before.id), await flipped(after.id)]).toEqual([false, true]);
  await expectBooksBalance(ctx);
});

test("terms apply from their day, and terms of a pair take precedence over defaults", async () => {
  const { ctx, clock, offer, buyer, otherBuyer, trafficSource } = await givenCompany();
  const validFrom = clock.now();
  clock.advance({ hours: 1 });
  await createTerms(ctx, {
    prices: [{ buyerId: buyer.id, offerId: offer.id, validFrom, amountMinor: 2500n }],
    payouts: [
      {
        offerId: offer.id,
        trafficSourceId: trafficSource.id,
        validFrom,
        percentBasisPoints: 5000,
        maximumMinor: 1100n,
      },
    ],
  });
  const converted = { buyer_converted: true, offer_converted: true };
  const { id } = await givenCall(ctx);
  const { id: other } = await givenCall(ctx, { buyer_id: otherBuyer.id });
  expect((await updateCall(ctx, { id }, converted)).call).toMatchObject({ revenue: "25.00", payout: "11.00" });
  expect((await updateCall(ctx, { id: other }, converted)).call).toMatchObject({ revenue: "10.00", payout: "5.00" });
  await expectBooksBalance(ctx);
});
