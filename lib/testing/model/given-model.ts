import { givenCalls } from "@/lib/testing/factories/given-call";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { Random } from "@/prisma/seed/random";
import type { OracleCall, OracleSide } from "./oracle";
import type { Elsewhere, ModelCall } from "./plan-request";
import { makeWorld, type World } from "./world";

export type Model = {
  readonly ctx: GivenContext;
  readonly random: Random;
  readonly world: World;
  readonly elsewhere: Elsewhere;
  readonly calls: readonly ModelCall[];
};

const CALLS_AT_ONCE = 1000;
const MINUTES_OF_FORTY_DAYS = 40 * 24 * 60;
const UNDECIDED: OracleSide = {
  ...{ on: false, by: null, explicit: false, locked: false },
  ...{ party: null, said: null, saidByBuyer: false, shown: 0n, clock: null },
};

/** A company with this many calls that nobody has decided, each with its oracle, and another company beside it. */
export async function givenModel(seed: string, count: number): Promise<Model> {
  const random = new Random(`model ${seed}`);
  const { ctx } = await givenCompany();
  const other = await givenCompany();
  const [foreign] = await givenCalls(other.ctx, [{}]);
  if (!foreign) throw new Error("the other company has no call");
  const elsewhere = { buyerId: other.buyer.id, sourceId: other.trafficSource.id, callId: foreign.id };
  const world = await makeWorld(ctx, random);
  const calls: ModelCall[] = [];
  while (calls.length < count) {
    const size = Math.min(CALLS_AT_ONCE, count - calls.length);
    calls.push(
      ...(await recordSome(
        ctx,
        Array.from({ length: size }, () => someCall(ctx, random, world)),
      )),
    );
  }
  return { ctx, random, world, elsewhere, calls };
}

function someCall(ctx: GivenContext, random: Random, world: World): OracleCall {
  const side = (partyIds: World["buyerIds"]) => {
    return { ...UNDECIDED, party: random.chance(0.9) ? random.pick(partyIds) : null };
  };
  return {
    offerId: random.pick(world.offerIds),
    startedAt: ctx.now().getTime() - random.between(1, MINUTES_OF_FORTY_DAYS) * 60_000,
    version: 0,
    buyer: side(world.buyerIds),
    offer: side(world.sourceIds),
    entries: [],
    events: new Map(),
  };
}

async function recordSome(ctx: GivenContext, oracles: readonly OracleCall[]): Promise<ModelCall[]> {
  const recorded = await givenCalls(
    ctx,
    oracles.map(({ offerId, startedAt, buyer, offer }) => ({
      offer_id: offerId,
      started_at: new Date(startedAt),
      buyer_id: buyer.party ?? undefined,
      traffic_source_id: offer.party ?? undefined,
    })),
  );
  return recorded.flatMap(({ id, uuid }, position) => {
    const oracle = oracles[position];
    return oracle ? [{ id, uuid, oracle }] : [];
  });
}
