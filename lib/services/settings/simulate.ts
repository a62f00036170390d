import type { BuyerSettings, ConversionSettings, OfferSettings } from "@/lib/contracts/conversion-settings";
import type { Simulation } from "@/lib/contracts/simulation";
import { mechanismsOf } from "@/lib/conversion/mechanisms-of";
import { readSurroundings } from "@/lib/db/calls/read-surroundings";
import { findEarlierCalls } from "@/lib/db/evaluation/find-earlier-calls";
import { inCompany, inCompanySql, type SqlTx } from "@/lib/db/in-company";
import { findOwnerName, type Owner } from "@/lib/db/settings/lock-owner";
import { readSimulatedCalls, type SimulatedCall, type SimulatedPage } from "@/lib/db/settings/simulated-calls";
import { may } from "@/lib/domain/access/access";
import { Invalid, NotFound } from "@/lib/domain/errors";
import { formatMoney } from "@/lib/domain/ledger/money";
import { permit } from "../access/permit";
import type { Context } from "../context";
import { type Draft, earlierWanted, type Simulated, simulateCall } from "./simulate-call";
import { weightErrors } from "./weight-errors";

const DAY_MS = 86_400_000;
const CALLS_A_PAGE = 5_000;
const DIFFERING_SHOWN = 100;
const FLAG = { buyer: "call.buyer_converted", offer: "call.offer_converted" } as const;

/** Draft settings of a buyer on its calls of the last days, beside how they stand. Nothing is saved. */
export function simulateBuyer(
  ctx: Context,
  buyerId: number,
  draft: { readonly settings: BuyerSettings; readonly days: number },
): Promise<Simulation> {
  return simulate(ctx, { buyerId }, draft);
}

/** The same of an offer. */
export function simulateOffer(
  ctx: Context,
  offerId: number,
  draft: { readonly settings: OfferSettings; readonly days: number },
): Promise<Simulation> {
  return simulate(ctx, { offerId }, draft);
}

async function simulate(
  ctx: Context,
  owner: Owner,
  { settings, days }: { readonly settings: ConversionSettings; readonly days: number },
): Promise<Simulation> {
  permit(ctx.actor, "read", "settings");
  permit(ctx.actor, "read", "calls");
  const side = "buyerId" in owner ? "buyer" : "offer";
  permit(ctx.actor, "read", FLAG[side]);
  const wrong = weightErrors(settings);
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong);
  const draft: Draft = {
    side,
    mechanisms: mechanismsOf(settings, ctx.company.decimals),
    followsBuyer: "converts_with_buyer" in settings ? settings.converts_with_buyer : null,
  };
  const from = new Date(ctx.now().getTime() - days * DAY_MS);
  const withTranscript = (draft.mechanisms.voiceAgent?.phrases.length ?? 0) > 0;
  if ((await inCompany(ctx.company.id, (tx) => findOwnerName(tx, owner))) === null) throw new NotFound();
  return inCompanySql(ctx.company.id, async (tx) => {
    const read = (after: SimulatedPage["after"]) =>
      readSimulatedCalls(tx, owner, { from, after, limit: CALLS_A_PAGE, withTranscript });
    const tally = new Tally(ctx, side);
    let page = await read(null);
    while (page.length > 0) {
      const last = page.at(-1);
      const next = last && page.length === CALLS_A_PAGE ? { startedAt: last.state.startedAt, id: last.state.id } : null;
      const judge = await prepare(tx, ctx, draft, page);
      // The database reads the next page while this one is judged.
      const following = next ? read(next) : [];
      for (const [place, call] of page.entries()) tally.add(judge(call, place));
      page = await following;
    }
    return tally.answer();
  });
}

/** Reads what the calls of a page are judged with. */
async function prepare(tx: SqlTx, ctx: Context, draft: Draft, page: readonly SimulatedCall[]) {
  const states = page.map(({ state }) => state);
  const distinct = (ids: readonly (number | null)[]) => [...new Set(ids.filter((id) => id !== null))];
  const known = await readSurroundings(tx, {
    buyerIds: distinct(states.map(({ buyer }) => buyer.partyId)),
    sourceIds: distinct(states.map(({ offer }) => offer.partyId)),
    offerIds: distinct(states.map(({ offerId }) => offerId)),
    termsIds: distinct(states.map(({ payoutTermsId }) => payoutTermsId)),
    events: [],
    tokensOf: [],
  });
  const asked = page.map((call) => earlierWanted(call, draft));
  const found = await findEarlierCalls(
    tx,
    asked.filter((each) => each !== null),
  );
  const earlier = asked.map((each) => (each === null ? [] : (found.shift() ?? [])));
  return (call: SimulatedCall, place: number) => simulateCall(call, earlier[place] ?? [], draft, known, ctx);
}

/** What the answer says, counted call by call. */
class Tally {
  private readonly before = { conversions: 0, revenue: 0n, payout: 0n };
  private readonly after = { conversions: 0, revenue: 0n, payout: 0n };
  /** The last ones: there may be millions. */
  private readonly shown: Simulated[] = [];
  private differing = 0;
  private calls = 0;

  constructor(
    private readonly ctx: Context,
    private readonly side: "buyer" | "offer",
  ) {}

  add(simulated: Simulated): void {
    this.calls += 1;
    for (const [totals, state] of [
      [this.before, simulated.before],
      [this.after, simulated.after],
    ] as const) {
      if (state[this.side].converted) totals.conversions += 1;
      if (state.buyer.converted) totals.revenue += state.buyer.amountMinor;
      if (state.offer.converted) totals.payout += state.offer.amountMinor;
    }
    if (!simulated.differs) return;
    this.differing += 1;
    this.shown.push(simulated);
    if (this.shown.length > DIFFERING_SHOWN) this.shown.shift();
  }

  answer(): Simulation {
    return {
      status: 200,
      currency: this.ctx.company.currency,
      before: this.totals(this.before),
      after: this.totals(this.after),
      differing: this.differing,
      calls: this.shown.toReversed().map(({ call, before, after, by }) => ({
        id: call.state.id,
        uuid: call.uuid,
        started_at: call.state.startedAt.toISOString(),
        before: { converted: before[this.side].converted, ...this.amount(before[this.side].amountMinor) },
        after: { converted: after[this.side].converted, ...this.amount(after[this.side].amountMinor), by },
      })),
    };
  }

  private totals({ conversions, revenue, payout }: { conversions: number; revenue: bigint; payout: bigint }) {
    const [sees, seesPayout] = [this.sees("call.revenue"), this.sees("call.payout")];
    return {
      calls: this.calls,
      conversions,
      ...(sees && { revenue: this.money(revenue) }),
      ...(seesPayout && { payout: this.money(payout) }),
      ...(sees && seesPayout && { margin: this.money(revenue - payout) }),
    };
  }

  private amount(minor: bigint) {
    return this.sees(this.side === "buyer" ? "call.revenue" : "call.payout") ? { amount: this.money(minor) } : {};
  }

  private sees(area: "call.revenue" | "call.payout"): boolean {
    return may(this.ctx.actor.access, "read", area);
  }

  private money(minor: bigint): string {
    return formatMoney(minor, this.ctx.company.decimals);
  }
}
