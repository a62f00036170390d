import type { InboxItem, InboxPosting } from "@/lib/contracts/inbox";
import type { Wish } from "@/lib/conversion/domain/command";
import { decide } from "@/lib/conversion/domain/decide";
import { AMOUNT } from "@/lib/conversion/domain/needed-permissions";
import { readSurroundings } from "@/lib/db/calls/read-surroundings";
import type { SqlTx } from "@/lib/db/in-company";
import type { InboxRow } from "@/lib/db/inbox/inbox-row";
import { readPartyNames } from "@/lib/db/inbox/party-names";
import { readCallStates } from "@/lib/db/inbox/read-call-states";
import { may } from "@/lib/domain/access/access";
import { type CallState, type Side, standing } from "@/lib/domain/call/call-state";
import type { DomainError } from "@/lib/domain/errors";
import { formatMoney } from "@/lib/domain/ledger/money";
import type { Context } from "../context";
import { CallSet } from "../conversion/call-set";
import type { ConversionRequest } from "../conversion/conversion-request";
import { AUTOMATIC } from "../evaluation/evaluate-calls";
import { type Judged, judgeCalls } from "../evaluation/judge-calls";
import { type Plan, planSettling, type Target } from "./plan-settling";

type Foreseen = NonNullable<InboxItem["foreseen"]>;
type Asked = { readonly row: InboxRow; readonly target: Target };

/** What settling would post, item by item; null where nothing can be told. Nothing is locked and nothing written. */
export async function foresee(
  tx: SqlTx,
  ctx: Context,
  asked: readonly Asked[],
): Promise<ReadonlyMap<number, Foreseen | null>> {
  const plans = new Map<number, Plan>();
  // A person who may not do it is still told what it would do.
  const allowed = { ...ctx, actor: { ...ctx.actor, access: AUTOMATIC.access } };
  for (const { row, target } of asked) plans.set(row.id, await planSettling(tx, allowed, row, target));
  const requests = await requestsOf(tx, ctx, plans);
  const states = await readCallStates(tx, [...new Set([...requests.values()].map(({ callId }) => callId))]);
  const decided = await decideAll(tx, ctx, requests, states);
  const names = await readPartyNames(tx, partiesOf(decided));
  return new Map(
    [...plans].map(([id, plan]): [number, Foreseen | null] => {
      if (plan.kind === "refuse") return [id, refused(plan.error)];
      const each = decided.get(id);
      if (!each) return [id, null];
      if (!each.ok) return [id, { postings: [], refused: each.problem }];
      return [id, { postings: SIDES.flatMap((side) => postings(ctx, side, each, names)) }];
    }),
  );
}

const SIDES = ["buyer", "offer"] as const;

function refused(error: DomainError): Foreseen {
  return { postings: [], refused: error.message };
}

type Request = { readonly callId: number; readonly request: ConversionRequest };

/** Where the facts are asked, what they say now. */
async function requestsOf(tx: SqlTx, ctx: Context, plans: ReadonlyMap<number, Plan>): Promise<Map<number, Request>> {
  const evaluated = [...plans.values()].flatMap((plan) => (plan.kind === "evaluate" ? [plan.callId] : []));
  const judged = evaluated.length === 0 ? [] : await judgeCalls(tx, ctx.company, evaluated);
  return new Map(
    [...plans].flatMap(([id, plan]): [number, Request][] => {
      if (plan.kind === "convert") return [[id, plan]];
      if (plan.kind !== "evaluate") return [];
      const wish = verdictFor(judged, plan);
      return wish
        ? [[id, { callId: plan.callId, request: { call: { id: plan.callId }, actor: AUTOMATIC, wish } }]]
        : [];
    }),
  );
}

function verdictFor(judged: readonly Judged[], { callId, side }: { callId: number; side: Side }): Wish | null {
  const found = judged.find((each) => each.facts.id === callId && each.side === side);
  return found?.verdict ? { kind: "verdict", ...found.verdict } : null;
}

type Foretold =
  | { readonly ok: false; readonly problem: string }
  | { readonly ok: true; readonly before: CallState; readonly after: CallState };

async function decideAll(
  tx: SqlTx,
  ctx: Context,
  requests: ReadonlyMap<number, Request>,
  states: ReadonlyMap<number, CallState>,
): Promise<Map<number, Foretold>> {
  const calls = new CallSet(
    [...states.values()].map((state) => ({ uuid: "", serviceDate: "", callerMasked: null, state })),
  );
  const known = await readSurroundings(tx, calls.surroundingsOf([...requests.values()].map(({ request }) => request)));
  return new Map(
    [...requests].flatMap(([id, { callId, request }]): [number, Foretold][] => {
      const before = states.get(callId);
      if (!before) return [];
      const offerFollowsBuyer = known.offerFollowsBuyer(before.offerId, before.startedAt);
      const decided = decide(before, request.wish, { ...known, offerFollowsBuyer, repeated: false }, ctx.now());
      if (!decided.ok) return [[id, { ok: false, problem: Object.values(decided.errors).join(" ") }]];
      return [[id, { ok: true, before, after: decided.call }]];
    }),
  );
}

function partiesOf(decided: ReadonlyMap<number, Foretold>): Parameters<typeof readPartyNames>[1] {
  const states = [...decided.values()].flatMap((each) => (each.ok ? [each.before, each.after] : []));
  const ids = (side: Side) => [...new Set(states.flatMap((state) => state[side].partyId ?? []))];
  return { buyerIds: ids("buyer"), sourceIds: ids("offer") };
}

const FLAG = { buyer: "call.buyer_converted", offer: "call.offer_converted" } as const;
const KINDS = {
  buyer: { opens: "charge", closes: "credit" },
  offer: { opens: "payout", closes: "clawback" },
} as const;

function postings(
  { actor, company }: Context,
  side: Side,
  { before, after }: Extract<Foretold, { ok: true }>,
  names: Awaited<ReturnType<typeof readPartyNames>>,
): InboxPosting[] {
  const [was, is] = [standing(before[side]), standing(after[side])];
  if (was?.partyId === is?.partyId && was?.amountMinor === is?.amountMinor) return [];
  if (!may(actor.access, "read", FLAG[side])) return [];
  const shows = may(actor.access, "read", AMOUNT[side]);
  const party = (id: number) => {
    const name = (side === "buyer" ? names.buyers : names.sources).get(id);
    return { id, name: name ?? String(id) };
  };
  const amount = (minor: bigint) => (shows ? { amount: formatMoney(minor, company.decimals) } : {});
  const { opens, closes } = KINDS[side];
  return [
    ...(was ? [{ kind: closes, party: party(was.partyId), ...amount(was.amountMinor) }] : []),
    ...(is ? [{ kind: opens, party: party(is.partyId), ...amount(is.amountMinor) }] : []),
  ];
}
