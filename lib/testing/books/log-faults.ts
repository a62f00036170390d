import { grouped } from "@/lib/base/grouped";
import { localDay } from "@/lib/base/local-day";
import type { Call, CallChange } from "@/lib/platform/sql/generated/client";
import type { Books } from "./read-books";

/** Calls whose replayed changes differ from their row. */
export function logFaults({ calls, changes, accounts, timeZone }: Books): string[] {
  const accountOf = new Map(
    accounts.map((account) => [partyKey(account.buyerId, account.trafficSourceId), account.id]),
  );
  const changesOf = grouped(changes, (change) => change.callId);
  return calls.flatMap((call) => {
    const log = changesOf.get(call.id) ?? [];
    const faults = [
      ...chainFaults(call, log),
      ...movementFaults(
        log.map((change) => chargeOf(change, accountOf)),
        call.chargeVersion,
        "charge",
      ),
      ...movementFaults(
        log.map((change) => payoutOf(change, accountOf)),
        call.payoutVersion,
        "payout",
      ),
      ...(isReported(call) ? [] : log)
        .filter((change) => change.serviceDate.toISOString().slice(0, 10) !== localDay(call.startedAt, timeZone))
        .map((change) => `version ${change.version} is not of the day the call started on`),
    ];
    return faults.map((fault) => `call ${call.id}: ${fault}`);
  });
}

const partyKey = (buyerId: bigint | null, sourceId: bigint | null) => `${buyerId ?? ""}/${sourceId ?? ""}`;

/** An integration may correct the start of its calls; earlier changes keep their day. */
const isReported = ({ externalId }: Call) => externalId !== null;

/** Intake fills an empty party without a change, so between two changes a party may appear. */
const FIELDS: {
  name: string;
  from: keyof CallChange;
  to: keyof CallChange;
  now: keyof Call;
  at: unknown;
  fills?: true;
}[] = [
  { name: "buyer_converted", from: "buyerConvertedFrom", to: "buyerConvertedTo", now: "buyerConverted", at: false },
  { name: "buyer_mechanism", from: "buyerMechanismFrom", to: "buyerMechanismTo", now: "buyerMechanism", at: null },
  { name: "buyer_locked", from: "buyerLockedFrom", to: "buyerLockedTo", now: "buyerLocked", at: false },
  { name: "buyer", from: "buyerFrom", to: "buyerTo", now: "buyerId", at: null, fills: true },
  { name: "revenue", from: "revenueFromMinor", to: "revenueToMinor", now: "revenueMinor", at: 0n },
  { name: "offer_converted", from: "offerConvertedFrom", to: "offerConvertedTo", now: "offerConverted", at: false },
  { name: "offer_mechanism", from: "offerMechanismFrom", to: "offerMechanismTo", now: "offerMechanism", at: null },
  { name: "offer_locked", from: "offerLockedFrom", to: "offerLockedTo", now: "offerLocked", at: false },
  { name: "source", from: "trafficSourceFrom", to: "trafficSourceTo", now: "trafficSourceId", at: null, fills: true },
  { name: "payout", from: "payoutFromMinor", to: "payoutToMinor", now: "payoutMinor", at: 0n },
];

function chainFaults(call: Call, log: readonly CallChange[]): string[] {
  const versions = log.map((change) => change.version);
  const gaps = versions.some((version, position) => version !== position + 1) || versions.length !== call.version;
  const breaks = FIELDS.flatMap(({ name, from, to, now, at, fills }) => {
    const steps = [...log.map((change) => change[from]), call[now]];
    return steps.flatMap((step, position) => {
      const before = position === 0 ? at : log[position - 1]?.[to];
      if (step === before || (fills && before === null)) return [];
      return [`${name} is ${step} after version ${position}, which left it at ${before}`];
    });
  });
  return gaps ? [`at version ${call.version}, with changes ${versions.join(", ")}`, ...breaks] : breaks;
}

/** The amounts before and after a change, and what the change says. */
type Movement = {
  version: number;
  was: string | null;
  is: string | null;
  closes: number | null;
  opens: string | null;
};

const text = (converted: boolean, account: bigint | null | undefined, minor: bigint | null) =>
  converted && account != null && minor !== null && minor > 0n ? `${minor} on account ${account}` : null;

function chargeOf(change: CallChange, accountOf: ReadonlyMap<string, bigint>): Movement {
  return {
    version: change.version,
    was: text(change.buyerConvertedFrom, accountOf.get(partyKey(change.buyerFrom, null)), change.revenueFromMinor),
    is: text(change.buyerConvertedTo, accountOf.get(partyKey(change.buyerTo, null)), change.revenueToMinor),
    closes: change.closesCharge,
    opens: text(true, change.chargeAccountId, change.chargeMinor),
  };
}

function payoutOf(change: CallChange, accountOf: ReadonlyMap<string, bigint>): Movement {
  const source = (id: bigint | null) => accountOf.get(partyKey(null, id));
  return {
    version: change.version,
    was: text(change.offerConvertedFrom, source(change.trafficSourceFrom), change.payoutFromMinor),
    is: text(change.offerConvertedTo, source(change.trafficSourceTo), change.payoutToMinor),
    closes: change.closesPayout,
    opens: text(true, change.payoutAccountId, change.payoutMinor),
  };
}

/** A change must close and open amounts exactly where they differ before and after. */
function movementFaults(movements: readonly Movement[], standsSince: number | null, what: string): string[] {
  const faults: string[] = [];
  let openedBy: number | null = null;
  for (const { version, was, is, closes, opens } of movements) {
    const differs = was !== is;
    if (closes !== (differs ? openedBy : null))
      faults.push(`version ${version} closes ${what} ${closes}, not ${openedBy}`);
    if (opens !== (differs ? is : null)) faults.push(`version ${version} opens ${what} ${opens}, not ${is}`);
    if (differs) openedBy = is === null ? null : version;
  }
  if (standsSince !== openedBy)
    faults.push(`its ${what} stands since version ${standsSince}, the log says ${openedBy}`);
  return faults;
}
