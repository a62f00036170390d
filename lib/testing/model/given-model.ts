import { Random } from "@/lib/base/random";
import type { Side } from "@/lib/call/domain/call-state";
import type { Update } from "@/lib/conversion/domain/command";
import { givenCalls } from "@/lib/testing/factories/given-call";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import type { OracleCall, OracleSide } from "./oracle-call";
import { makeWorld, type World } from "./world";

/** Ids of another company, which must look as if they did not exist. */
export type Elsewhere = { readonly partyIds: Readonly<Record<Side, number>>; readonly callId: number };

export type ModelCall = {
  readonly id: number;
  readonly uuid: string;
  readonly oracle: OracleCall;
  /** Known from the start, or reported later. */
  readonly caller: string | null;
  /** The only call of its caller. Other calls avoid caps, because their order among connections is unpredictable. */
  readonly isAlone: boolean;
  /** Updates with an event name. */
  readonly named: Update[];
};

export type Model = {
  readonly ctx: GivenContext;
  readonly random: Random;
  readonly world: World;
  readonly elsewhere: Elsewhere;
  readonly calls: readonly ModelCall[];
};

const CALLS_AT_ONCE = 1000;
const MINUTES_OF_FORTY_DAYS = 40 * 24 * 60;
const FIVE_MINUTES_MS = 300_000;
const UNDECIDED: OracleSide = {
  ...{ on: false, by: null, explicit: false, rule: null, locked: false, party: null },
  ...{ stated: null, statedByBuyer: false, ruled: null, clock: null, unsure: false, reverted: false },
};

/** A call before it is recorded. */
type Draft = Omit<OracleCall, "id"> & Pick<ModelCall, "caller" | "isAlone">;

/** A company with this many undecided calls, each with its oracle, and another company beside it. */
export async function givenModel(seed: string, count: number): Promise<Model> {
  const random = new Random(`model ${seed}`);
  const { ctx } = await givenCompany();
  const other = await givenCompany();
  const [foreign] = await givenCalls(other.ctx, [{}]);
  if (!foreign) throw new Error("the other company has no call");
  const partyIds = { buyer: other.buyer.id, offer: other.trafficSource.id };
  const world = await makeWorld(ctx, random);
  const drafts: Draft[] = [];
  while (drafts.length < count) {
    const size = Math.min(count - drafts.length, random.pick([1, 1, 2, 2, 3]));
    const caller = random.chance(0.05) ? null : `+1303${5_550_000 + drafts.length}`;
    drafts.push(...someCaller(random, ctx, world, caller, size));
  }
  const calls: ModelCall[] = [];
  for (let from = 0; from < count; from += CALLS_AT_ONCE) {
    calls.push(...(await record(ctx, drafts.slice(from, from + CALLS_AT_ONCE))));
  }
  return { ctx, random, world, elsewhere: { partyIds, callId: foreign.id }, calls };
}

/** The calls of a caller, some exactly a duplicate window apart. */
function someCaller(random: Random, ctx: GivenContext, world: World, caller: string | null, size: number): Draft[] {
  const isAlone = size === 1;
  const partyIds = isAlone ? world.partyIds : world.uncapped;
  const offerId = random.pick(world.offerIds);
  const first = ctx.now().getTime() - random.between(1, MINUTES_OF_FORTY_DAYS) * 60_000 - 15 * FIVE_MINUTES_MS;
  const party = (side: Side) => (random.chance(0.9) ? random.pick(partyIds[side]) : null);
  const buyer = party("buyer");
  const siblings: OracleCall[] = [];
  return Array.from({ length: size }, () => ({
    ...{ caller, isAlone, siblings, isDue: false, events: new Map() },
    offerId: random.chance(0.7) ? offerId : random.pick(world.offerIds),
    facts: {
      recordedStart: first + random.between(0, 15) * FIVE_MINUTES_MS,
      recordedCaller: random.chance(0.9) ? caller : null,
      ...{ reported: [], entered: {}, heard: false },
    },
    buyer: { ...UNDECIDED, party: random.chance(0.8) ? buyer : party("buyer") },
    offer: { ...UNDECIDED, party: party("offer") },
  }));
}

async function record(ctx: GivenContext, drafts: readonly Draft[]): Promise<ModelCall[]> {
  const recorded = await givenCalls(
    ctx,
    drafts.map(({ offerId, facts, buyer, offer }) => ({
      ...{ external_id: crypto.randomUUID(), offer_id: offerId, started_at: new Date(facts.recordedStart) },
      ...{ caller: facts.recordedCaller ?? undefined, buyer_id: buyer.party ?? undefined },
      traffic_source_id: offer.party ?? undefined,
      ...{ duration_seconds: undefined, connected_seconds: undefined, ended_at: undefined, answered_at: undefined },
    })),
  );
  return recorded.flatMap(({ id, uuid }, position) => {
    const draft = drafts[position];
    if (!draft) return [];
    const { caller, isAlone, ...call } = draft;
    const oracle = { ...call, id };
    oracle.siblings.push(oracle);
    return [{ id, uuid, oracle, caller, isAlone, named: [] }];
  });
}
