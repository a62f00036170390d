import { expect } from "vitest";
import { convertIn, inLocks } from "@/lib/conversion/convert";
import type { PreviewedEntry } from "@/lib/conversion/domain/entries";
import type { Plan } from "@/lib/conversion/domain/plan";
import { previewTogether } from "@/lib/conversion/preview";
import { rollUp } from "@/lib/ledger/roll-up";
import { inCompany, readInCompanySql } from "@/lib/platform/sql/in-company";
import { expectAnswers } from "./expect-answers";
import type { Model, ModelCall } from "./given-model";
import { planArray } from "./plan-array";

/** Plays an array alone: its preview equals the commit state by state, and the next rollup entry by entry. */
export async function playPreviewed(model: Model, calls: readonly ModelCall[]): Promise<void> {
  const { ctx } = model;
  await rollUp(ctx);
  const array = planArray(model, calls);
  const requests = array.map(({ request }) => request);
  const { plan, entries } = await readInCompanySql(ctx.company.id, (tx) => previewTogether(tx, ctx, requests));
  const committed = await inLocks(ctx, (tx) => convertIn(tx, ctx, requests));
  expectAnswers(array, committed.outcomes);
  expect(shown(plan)).toEqual(shown(committed));
  const before = await lastRollup(model);
  await rollUp(ctx);
  expect(entries.map(lineOfPreview).sort()).toEqual(await postedSince(model, before));
}

/** Drops what cannot be compared; cap windows have no order. */
function shown({ stateOf: _, capUse, ...plan }: Plan) {
  return { ...plan, capUse: capUse.toSorted((one, other) => one.capId - other.capId || +one.start - +other.start) };
}

function lineOfPreview({
  callId,
  version,
  kind,
  partyId,
  amountMinor,
  serviceDate,
  bookedOn,
  correction,
}: PreviewedEntry) {
  const parts = [callId, version, kind, partyId, amountMinor, serviceDate, bookedOn];
  return parts.join(" ") + (correction ? " correction" : "");
}

function lastRollup({ ctx }: Model): Promise<bigint> {
  return inCompany(ctx.company.id, async (tx) => {
    const { rollupNumber } = await tx.ledgerHead.findUniqueOrThrow({ where: { companyId: tx.company } });
    return rollupNumber;
  });
}

function postedSince({ ctx }: Model, rollup: bigint): Promise<string[]> {
  return inCompany(ctx.company.id, async (tx) => {
    const where = { companyId: tx.company };
    const accounts = new Map((await tx.account.findMany({ where })).map((account) => [account.id, account]));
    const entries = await tx.entry.findMany({ where: { ...where, rollupNumber: { gt: rollup } } });
    const lines = entries.map(({ number, version, kind, amountMinor, serviceDate, bookedOn, ...entry }) => {
      const isDebit = kind === "charge" || kind === "clawback";
      const account = accounts.get(isDebit ? entry.debitAccountId : entry.creditAccountId);
      const days = [serviceDate, bookedOn].map((date) => date.toISOString().slice(0, 10));
      const party = account?.buyerId ?? account?.trafficSourceId;
      return (
        [number, version, kind, party, amountMinor, ...days].join(" ") + (bookedOn > serviceDate ? " correction" : "")
      );
    });
    return lines.sort();
  });
}
