import { expect, test } from "vitest";
import { CYCLES } from "@/lib/billing-profile/domain/cycles";
import { updateCall } from "@/lib/conversion/update-call";
import { rollUp } from "@/lib/ledger/roll-up";
import type { AccountOwner } from "@/lib/party/domain/account-owner";
import { asOwner } from "@/lib/testing/as-owner";
import { givenCalls } from "@/lib/testing/factories/given-call";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { fakeClock } from "@/lib/testing/fake-clock";
import { expectBooksBalance } from "@/lib/testing/invariants";
import { givenTerms } from "@/lib/testing/statement/given-terms";
import { statementFaults } from "@/lib/testing/statement/statement-faults";
import { issueStatements } from "./issue-statements";

const DAYS = 100;
const CALLS = 40;
const TAXES = [
  [],
  [{ name: "Sales tax", percent: "8.25" }],
  [
    { name: "Sales tax", percent: "8.875" },
    { name: "City tax", percent: "0.5" },
  ],
];

/** Pseudo-random numbers from a seed. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
}

function ownersOf({ buyer, otherBuyer, trafficSource }: GivenContext): AccountOwner[] {
  return [
    { type: "buyer", id: buyer.id },
    { type: "buyer", id: otherBuyer.id },
    { type: "traffic_source", id: trafficSource.id },
  ];
}

async function closeMonthBefore(ctx: GivenContext): Promise<void> {
  const last = new Date(ctx.now());
  last.setUTCDate(1);
  last.setUTCMonth(last.getUTCMonth() - 1);
  await asOwner(
    ctx.company.id,
    `update ledger_head set closed_through = greatest(closed_through, $1::date)
     where not exists (select from billing_queue)`,
    [last.toISOString().slice(0, 10)],
  );
}

test.each([1, 2])("every entry is on exactly one statement after random activity (%i)", async (seed) => {
  const pick = seeded(seed);
  const clock = fakeClock("2026-01-06T18:00:00Z");
  const { ctx } = await givenCompany({ clock });
  const day = (number: number) => new Date(Date.UTC(2026, 0, 5 + number, 20));
  clock.set(day(DAYS));
  const calls = await givenCalls(
    ctx,
    Array.from({ length: CALLS }, (_, place) => ({ started_at: day(Math.floor((place * DAYS) / CALLS)) })),
  );
  for (const owner of ownersOf(ctx)) {
    await givenTerms(ctx, owner, { cycle: CYCLES[pick(3)], tax_lines: TAXES[pick(3)] });
  }
  for (let number = 0; number < DAYS; number += 1) {
    clock.set(day(number));
    const fields = calls.filter((_, place) => (place * DAYS) / CALLS <= number);
    const call = fields[pick(fields.length)];
    if (call && pick(4) > 0) {
      const buyer = pick(3) === 0 ? ctx.otherBuyer : ctx.buyer;
      const update = { buyer_converted: pick(3) > 0, offer_converted: pick(3) > 0, revenue: `${pick(40)}` };
      await updateCall(ctx, { id: call.id }, { ...update, buyer_id: buyer.id });
    }
    if (pick(3) > 0) await rollUp(ctx);
    if (pick(12) === 0) await issueStatements(ctx);
    if (pick(20) === 0) await closeMonthBefore(ctx);
    const owner = ownersOf(ctx)[pick(3)];
    if (pick(12) === 0 && owner) await givenTerms(ctx, owner, { cycle: CYCLES[pick(3)], tax_lines: TAXES[pick(3)] });
  }
  await rollUp(ctx);
  await issueStatements(ctx);
  for (const owner of ownersOf(ctx)) expect(await statementFaults(ctx, owner)).toEqual([]);
  await expectBooksBalance(ctx);
});
