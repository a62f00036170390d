import fc from "fast-check";
import { expect, test } from "vitest";
import { SIDES, standing } from "@/lib/call/domain/call-state";
import { mergeFacts } from "@/lib/call/domain/merge-facts";
import { type Cap, shareOf } from "@/lib/cap/domain/cap";
import { OWNER } from "@/lib/testing/conversion/given-actors";
import { requestOf, updateBy } from "@/lib/testing/conversion/plan-of";
import { playBatches } from "@/lib/testing/conversion/play-batches";
import { someBatches, someCallId, someContext, someFlag, someUpdate } from "@/lib/testing/conversion/some-batches";
import type { CallChange } from "./billing";
import type { Tokens } from "./command";
import { entriesOf } from "./entries";
import type { Plan } from "./plan";

const RUNS = 400;
const END = mergeFacts([{ eventId: "end", durationSeconds: 90 }]);

/** Checks a property for random sequences of batches, each with its own context. */
function holds<Values extends [unknown, ...unknown[]]>(
  arbitraries: { [Index in keyof Values]: fc.Arbitrary<Values[Index]> },
  promise: (...values: Values) => void,
): void {
  fc.assert(fc.property(...arbitraries, promise), { numRuns: RUNS });
}

const shown = ({ stateOf: _, ...plan }: Plan) => plan;

test("the same context gives the same plan and is not modified", () => {
  holds([someContext, someBatches], (context, story) => {
    const calls = structuredClone(context.calls);
    const [one, other] = [playBatches(context, story), playBatches(context, story)];
    expect(one.plans.map(shown)).toEqual(other.plans.map(shown));
    expect(context.calls).toEqual(calls);
  });
});

test("after any commands, charges and payouts less credits and clawbacks equal the valid amounts, party by party", () => {
  holds([someContext, someBatches], (context, story) => {
    const { plans, after } = playBatches(context, story);
    const ledger = { openFrom: null, posted: new Map(), queued: new Map() };
    const entries = entriesOf(
      plans.flatMap(({ changes }) => changes),
      ledger,
    );
    const sums = new Map<string, bigint>();
    for (const { callId, side, partyId, kind, amountMinor } of entries) {
      const key = `${callId} ${side} ${partyId}`;
      const opens = kind === "charge" || kind === "payout";
      sums.set(key, (sums.get(key) ?? 0n) + (opens ? amountMinor : -amountMinor));
    }
    const stands = after.calls.flatMap(({ state }) =>
      SIDES.flatMap((side) => {
        const amount = standing(state[side]);
        return amount ? [[`${state.id} ${side} ${amount.partyId}`, amount.amountMinor]] : [];
      }),
    );
    expect([...sums].filter(([, sum]) => sum !== 0n).sort()).toEqual(stands.sort());
  });
});

test("cap usage equals the converted calls, and no automatic conversion exceeds a stopping cap", () => {
  holds([someContext, someBatches], (context, story) => {
    const { plans, after } = playBatches(context, story);
    const changes = plans.flatMap((plan) => plan.changes.map(({ change }) => change));
    for (const cap of context.caps) {
      let used = 0n;
      for (const change of changes) {
        used += shareOf(cap, change.after) - shareOf(cap, change.before);
        if (cap.stopsAutomatic && convertsByItself(change, cap)) expect(used).toBeLessThanOrEqual(cap.limit);
      }
      expect(after.used.map((window) => window.used)).toEqual([used]);
      expect(after.calls.reduce((sum, { state }) => sum + shareOf(cap, state), 0n)).toBe(used);
    }
  });
});

test("facts in any order, in batches of any size, between any updates: the same flags and amounts", () => {
  const tokens: readonly Tokens[] = [{ sold: "yes" }, { tier: "high" }, { price: "21.00" }];
  const fields = [
    ...tokens.map((token) => updateBy(OWNER, { tokens: token })),
    requestOf({ kind: "addFacts", facts: { kind: "report", before: mergeFacts([]), after: END, callerHash: null } }),
  ];
  const sent = fc.array(
    someUpdate.filter(({ call }) => "id" in call && call.id === 1),
    { maxLength: 3 },
  );
  const place = fc.integer({ min: 0, max: 3 });
  const orders = fc.record({
    facts: fc.shuffledSubarray(fields, { minLength: fields.length }),
    places: fc.array(place, { minLength: 4, maxLength: 4 }),
    size: fc.integer({ min: 1, max: 8 }),
  });
  const alone = someContext.map((context) => ({ ...context, caps: [] }));
  holds([alone, sent, orders, orders], (context, updates, one, other) => {
    const [first, second] = [one, other].map((order) => {
      const { after } = playBatches(context, inBatches(mixed(updates, order.facts, order.places), order.size));
      return after.calls.map(({ state }) =>
        SIDES.map((side) => [state[side].converted, state[side].decision?.explicit ?? false, standing(state[side])]),
      );
    });
    expect(first).toEqual(second);
  });
});

test("an update of the buyer side leaves the offer side alone, except for following and percentages", () => {
  holds([someContext, someBatches, someCallId, someFlag], (context, story, id, buyer) => {
    const resolved = playBatches(context, [
      ...story,
      [1, 2].map((item) => requestOf({ kind: "evaluate" }, {}, item)),
    ]).after;
    const { after } = playBatches(resolved, [[updateBy(OWNER, { buyer }, {}, id)]]);
    for (const [position, { state }] of after.calls.entries()) {
      const before = resolved.calls[position]?.state.offer;
      const follows = state.offer.decision?.mechanism === "follows_buyer";
      const shares = before?.amountFrom === "terms" ? { amountMinor: 0n, billedVersion: null } : {};
      if (!follows && before) expect({ ...state.offer, ...shares }).toEqual({ ...before, ...shares });
    }
  });
});

/** Keeps the order of the updates, and inserts each fact before the update at its position. */
function mixed<T>(updates: readonly T[], facts: readonly T[], places: readonly number[]): T[] {
  return [...updates, null].flatMap((update, position, all) => {
    const own = facts.filter((_, fact) => Math.min(places[fact] ?? 0, all.length - 1) === position);
    return update === null ? own : [...own, update];
  });
}

function inBatches<T>(items: readonly T[], size: number): T[][] {
  return items.length === 0 ? [] : [items.slice(0, size), ...inBatches(items.slice(size), size)];
}

function convertsByItself({ before: { buyer: was }, after }: CallChange, cap: Cap): boolean {
  const { decision } = after.buyer;
  const stoodByItself = was.converted && was.decision?.explicit === false;
  return shareOf(cap, after) > 0n && decision?.explicit === false && decision !== was.decision && !stoodByItself;
}
