import fc from "fast-check";
import { SIDES, type Side } from "@/lib/call/domain/call-state";
import type { SideUpdate, Tokens } from "@/lib/conversion/domain/command";
import type { BatchContext } from "@/lib/conversion/domain/context";
import type { ConversionRequest } from "@/lib/conversion/domain/request";
import { BUYERS_WEBHOOK, OWNER } from "./given-actors";
import { givenBatchContext, givenCapOf, givenRule, givenSettingsVersion } from "./given-batch-context";
import { givenTerms } from "./given-decision-context";
import { givenLoadedCall } from "./given-loaded-call";
import { requestOf, updateBy } from "./plan-of";

const DAY = new Date("2026-11-23T00:00:00Z");
const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 12, minute));

const amount = fc.constantFrom(
  null,
  { kind: "fixed", amountMinor: 1500n } as const,
  { kind: "token", token: "price", minimumMinor: 200n, maximumMinor: 6000n } as const,
);
const rules = fc
  .array(
    fc.record({
      condition: fc
        .constantFrom("sold", "price", "tier")
        .map((token) => ({ token, operator: "exists" as const, values: [] })),
      minimumSeconds: fc.constantFrom(null, { basis: "total" as const, seconds: 60 }),
      amount,
    }),
    { maxLength: 3 },
  )
  .map((all) => all.map((rule, place) => givenRule({ ...rule, id: place + 1 })));
const terms = [
  givenTerms({ id: 1, side: "buyer", buyerId: 7, amountMinor: 1000n }),
  givenTerms({ id: 2, side: "buyer", buyerId: 8, amountMinor: 700n }),
  givenTerms({ id: 3, side: "offer", offerId: 3, percentBasisPoints: 6000, minimumMinor: 100n }),
];

/** Two calls of one caller, of which the second may be a duplicate, with a cap for both. */
export const someContext: fc.Arbitrary<BatchContext> = fc
  .record({
    buyers: rules,
    offers: rules,
    followsBuyer: fc.boolean(),
    looksBack: fc.boolean(),
    stopsAutomatic: fc.boolean(),
  })
  .map(({ buyers, offers, followsBuyer, looksBack, stopsAutomatic }) => {
    const duplicates = looksBack ? { seconds: 600, counts: "converted" as const } : null;
    const settings = [
      givenSettingsVersion({ mechanisms: { rules: buyers.map((rule) => ({ ...rule, duplicates })) } }),
      givenSettingsVersion({ side: "offer", ruleSetId: 71, followsBuyer, mechanisms: { rules: offers } }),
    ];
    const calls = [givenLoadedCall({ id: 1, startedAt: at(0) }), givenLoadedCall({ id: 2, startedAt: at(5) })];
    return givenBatchContext({
      calls,
      settings,
      terms,
      caps: [givenCapOf({ stopsAutomatic })],
      used: [{ capId: 5, start: DAY, used: 0n }],
    });
  });

export const someCallId = fc.constantFrom(1, 2);
const flags: fc.Arbitrary<SideUpdate> = fc.record(
  { converted: fc.boolean(), amountMinor: fc.constantFrom(0n, 900n, 1500n) },
  { requiredKeys: [] },
);
export const someFlag = flags.filter((update) => Object.keys(update).length > 0);
const tokens = fc.constantFrom<Tokens[]>({ sold: "yes" }, { tier: "high" }, { price: "21.00" }, { price: "nothing" });

/** An update of flags and amounts without facts. */
export const someUpdate: fc.Arbitrary<ConversionRequest> = fc
  .record({ id: someCallId, buyer: someFlag, offer: fc.option(someFlag, { nil: undefined }) })
  .map(({ id, buyer, offer }) => updateBy(OWNER, { buyer, ...(offer && { offer }) }, {}, id));
const moves = fc
  .record({ id: someCallId, partyId: fc.constantFrom(7, 8) })
  .map(({ id, partyId }) => updateBy(OWNER, { buyer: { partyId } }, {}, id));
const postings = fc
  .record({ id: someCallId, buyer: someFlag, tokens })
  .map(({ id, ...update }) => updateBy(BUYERS_WEBHOOK, update, { match: { buyerId: 7 } }, id));
const facts = fc.record({ id: someCallId, tokens }).map(({ id, ...update }) => updateBy(OWNER, update, {}, id));
const others = fc
  .record({
    id: someCallId,
    side: fc.constantFrom<Side>(...SIDES),
    kind: fc.constantFrom("returnToAutomatic", "revert", "lock"),
  })
  .map(({ id, side, kind }) => requestOf(kind === "lock" ? { kind, side, locked: id === 1 } : { kind, side }, {}, id));
const evaluations = someCallId.map((id) => requestOf({ kind: "evaluate" }, {}, id));
const requests: fc.Arbitrary<ConversionRequest> = fc.oneof(someUpdate, moves, postings, facts, others, evaluations);
/** Batches of all kinds of commands, by people and by the buyer's webhook, for two calls. */
export const someBatches = fc.array(fc.array(requests, { maxLength: 4 }), { maxLength: 5 });
