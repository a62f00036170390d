import { grouped } from "@/lib/base/grouped";
import { localDay } from "@/lib/base/local-day";
import type { Side } from "@/lib/call/domain/call-state";
import type { Call } from "@/lib/platform/sql/generated/client";
import { inCompany } from "@/lib/platform/sql/in-company";
import type { Books } from "@/lib/testing/books/read-books";
import type { Model } from "./given-model";
import { followsBuyer } from "./oracle";
import { SIDES } from "./oracle-call";
import { verdictOn } from "./oracle-facts";
import { CAP_LIMIT } from "./world";

/**
 * Stopping caps that let through more than their limit in a day, or have room for a stopped call without a proposal in
 * the inbox.
 */
export async function capStopFaults({ ctx, calls, world }: Model, books: Books): Promise<string[]> {
  const items = await inCompany(ctx.company.id, (tx) =>
    tx.inbox.findMany({ where: { companyId: tx.company, resolvedAt: null, reason: "cap_freed" } }),
  );
  const proposed = new Set(items.map(({ callId, side }) => `${callId} ${side}`));
  const oracles = new Map(calls.map(({ id, oracle }) => [id, oracle]));
  const changes = new Map(books.changes.map((change) => [`${change.callId} ${change.version}`, change]));
  return SIDES.flatMap((side) => {
    const own = books.calls.filter((call) => partyOf(call, side) === world.cappedIds[side]);
    const days = grouped(own, ({ startedAt }) => localDay(startedAt, books.timeZone));
    return [...days].flatMap(([day, ofDay]) => {
      const letThrough = ofDay.filter((call) => isLetThrough(call, side));
      const stopped = ofDay.filter((call) => isStopped(call, side) && wouldConvert(call, side));
      const room = CAP_LIMIT - ofDay.filter((call) => isOn(call, side)).length;
      const asked = stopped.filter(({ id }) => proposed.has(`${id} ${side}`)).length;
      const missing = Math.min(room, stopped.length) - asked;
      return [
        ...(letThrough.length > CAP_LIMIT ? [`${letThrough.length} automatic conversions on ${day}`] : []),
        ...(missing > 0
          ? [`${missing} stopped calls of ${day} would fit by now and are not in the inbox (${side})`]
          : []),
      ];
    });
  });

  function wouldConvert({ id }: Call, side: Side): boolean {
    const oracle = oracles.get(Number(id));
    if (!oracle) return false;
    return (
      verdictOn(oracle, side, world) !== null || (side === "offer" && oracle.buyer.on && followsBuyer(oracle, world))
    );
  }

  /**
   * Whether the side converted automatically under the current window: a conversion may exceed a cap by a corrected
   * start or a move to another party.
   */
  function isLetThrough(call: Call, side: Side): boolean {
    const version = side === "buyer" ? call.buyerDecidedVersion : call.offerDecidedVersion;
    const change = changes.get(`${call.id} ${version}`);
    if (!change || !isOn(call, side) || isExplicit(call, side)) return false;
    const [was, party] =
      side === "buyer"
        ? [change.buyerConvertedFrom, change.buyerTo]
        : [change.offerConvertedFrom, change.trafficSourceTo];
    const startedOn = change.serviceDate.toISOString().slice(0, 10);
    return !was && Number(party) === partyOf(call, side) && startedOn === localDay(call.startedAt, books.timeZone);
  }
}

function partyOf(call: Call, side: Side): number {
  return Number(side === "buyer" ? call.buyerId : call.trafficSourceId);
}

function isOn(call: Call, side: Side): boolean {
  return side === "buyer" ? call.buyerConverted : call.offerConverted;
}

function isExplicit(call: Call, side: Side): boolean {
  return side === "buyer" ? call.buyerExplicit : call.offerExplicit;
}

function isStopped(call: Call, side: Side): boolean {
  const [marked, locked] =
    side === "buyer" ? [call.buyerStoppedByCap, call.buyerLocked] : [call.offerStoppedByCap, call.offerLocked];
  return marked && !locked && !isExplicit(call, side) && !isOn(call, side);
}
