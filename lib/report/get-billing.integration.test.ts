import { expect, test } from "vitest";
import { updateCall } from "@/lib/conversion/update-call";
import { rollUp } from "@/lib/ledger/roll-up";
import { givenCall, givenCalls } from "@/lib/testing/factories/given-call";
import { givenCompany } from "@/lib/testing/factories/given-company";
import { givenMember } from "@/lib/testing/factories/given-member";
import { getBilling } from "./get-billing";

test("pending shows what the next rollup posts", async () => {
  const { ctx, otherBuyer } = await givenCompany({ payout: { percentBasisPoints: 6000 } });
  const { id } = await givenCall(ctx);
  await updateCall(ctx, { id }, { buyer_converted: true, offer_converted: true });
  await updateCall(ctx, { id }, { buyer_id: otherBuyer.id, revenue: "15" });
  const before = await getBilling(ctx, { id });
  expect(before.entries).toEqual([]);
  expect(before.pending.map(({ kind, amount, party }) => `${kind} ${amount} ${party.name}`)).toEqual([
    "charge 10.00 Birch Roofing",
    "payout 6.00 Maple Media",
    "charge 15.00 Cedar Roofs",
    "payout 9.00 Maple Media",
    "credit 10.00 Birch Roofing",
    "clawback 6.00 Maple Media",
  ]);
  await rollUp(ctx);
  const after = await getBilling(ctx, { id });
  expect(after.pending).toEqual([]);
  const sent = (item: { kind: string; amount?: string | undefined; change_version: number }) => {
    return `${item.kind} ${item.amount} by version ${item.change_version}`;
  };
  expect(after.entries.map(sent).sort()).toEqual(before.pending.map(sent).sort());
  expect(after.totals).toEqual({
    ...{ charged: "25.00", credited: "10.00", net_revenue: "15.00" },
    ...{ payouts: "15.00", clawbacks: "6.00", net_payout: "9.00" },
  });
});

test("each offset names the entry it offsets, and comes after it", async () => {
  const { ctx } = await givenCompany();
  const { id } = await givenCall(ctx);
  for (const buyer_converted of [true, false, true, false]) await updateCall(ctx, { id }, { buyer_converted });
  await rollUp(ctx);
  const { entries } = await getBilling(ctx, { id });
  const ids = entries.map((entry) => entry.id);
  const offsets = entries.filter(({ kind }) => kind === "credit");
  expect(offsets).toHaveLength(2);
  for (const { id: own, offsets_entry_id } of offsets)
    expect(ids.indexOf(offsets_entry_id ?? "")).toBeLessThan(ids.indexOf(own));
  expect(new Set(offsets.map(({ offsets_entry_id }) => offsets_entry_id)).size).toBe(2);
});

test("a panel read during a rollup shows every amount once: pending or posted", async () => {
  const { ctx } = await givenCompany();
  const calls = await givenCalls(
    ctx,
    Array.from({ length: 30 }, () => ({})),
  );
  for (const buyer_converted of [true, false, true, false, true, false]) {
    await Promise.all(calls.map(({ id }) => updateCall(ctx, { id }, { buyer_converted })));
    let posting = true;
    const posted = rollUp(ctx).finally(() => {
      posting = false;
    });
    while (posting) {
      const panels = await Promise.all(calls.slice(0, 8).map(({ id }) => getBilling(ctx, { id })));
      const movements = panels.map(({ pending, entries }) => {
        return [...pending, ...entries].map(({ kind, change_version }) => `${kind} ${change_version}`);
      });
      expect(movements).toEqual(movements.map((movement) => [...new Set(movement)]));
      expect(new Set(movements.map((movement) => movement.length)).size).toBe(1);
    }
    await posted;
  }
});

test("without billing permission kinds and parties are shown, but no amounts", async () => {
  const { ctx } = await givenCompany();
  const { id } = await givenCall(ctx);
  await updateCall(ctx, { id }, { buyer_converted: true, offer_converted: true, revenue: "77.77", payout: "55.55" });
  await rollUp(ctx);
  await updateCall(ctx, { id }, { buyer_converted: false });
  for (const role of ["operator", "viewer"] as const) {
    const shown = await getBilling((await givenMember(ctx, role)).ctx, { id });
    expect(shown.entries.map(({ kind }) => kind)).toEqual(["charge", "payout"]);
    expect(shown.pending.map(({ kind }) => kind)).toEqual(["credit"]);
    expect(JSON.stringify(shown)).not.toMatch(/77\.77|55\.55|22\.22|receivable|payable/);
  }
  const noPayout = await givenMember(ctx, "billing", { "call.payout": "none" });
  const shown = await getBilling(noPayout.ctx, { id });
  expect(shown.entries.map(({ amount }) => amount)).toEqual(["77.77", undefined]);
  expect(JSON.stringify(shown)).not.toMatch(/55\.55|22\.22/);
});
