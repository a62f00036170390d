import type { Context } from "@/lib/access/context";
import { may } from "@/lib/access/domain/access";
import { formatMoney } from "@/lib/base/money";
import type { CallState, Side, SideState } from "@/lib/call/domain/call-state";
import { AMOUNT } from "@/lib/call/domain/pricing-tokens";
import type { Simulation } from "./contract";
import type { Simulated } from "./domain/simulation";

const DIFFERING_SHOWN = 100;

/** Counts the answer of a simulation, call by call. */
export class SimulationTally {
  private readonly before = new Totals();
  private readonly after = new Totals();
  /** Only the last calls are shown: there may be millions. */
  private readonly shown: Simulated[] = [];
  private differing = 0;
  private calls = 0;

  constructor(
    private readonly ctx: Context,
    private readonly side: Side,
  ) {}

  add(simulated: Simulated): void {
    this.calls += 1;
    this.before.add(simulated.before, this.side);
    this.after.add(simulated.after, this.side);
    if (!simulated.differs) return;
    this.differing += 1;
    this.shown.push(simulated);
    if (this.shown.length > DIFFERING_SHOWN) this.shown.shift();
  }

  /** Ids of the calls in the answer. */
  shownIds(): number[] {
    return this.shown.map(({ before }) => before.id);
  }

  answer(uuids: ReadonlyMap<number, string>): Simulation {
    return {
      status: 200,
      currency: this.ctx.company.currency,
      before: this.totals(this.before),
      after: this.totals(this.after),
      differing: this.differing,
      calls: this.shown.toReversed().map(({ before, after, by }) => ({
        id: before.id,
        uuid: uuids.get(before.id) ?? "",
        started_at: before.startedAt.toISOString(),
        before: this.standing(before[this.side]),
        after: { ...this.standing(after[this.side]), by },
      })),
    };
  }

  private totals({ conversions, revenue, payout }: Totals) {
    const [sees, seesPayout] = [this.sees(AMOUNT.buyer), this.sees(AMOUNT.offer)];
    return {
      calls: this.calls,
      conversions,
      ...(sees && { revenue: this.money(revenue) }),
      ...(seesPayout && { payout: this.money(payout) }),
      ...(sees && seesPayout && { margin: this.money(revenue - payout) }),
    };
  }

  private standing({ converted, amountMinor }: SideState) {
    return { converted, ...(this.sees(AMOUNT[this.side]) && { amount: this.money(amountMinor) }) };
  }

  private sees(area: (typeof AMOUNT)[Side]): boolean {
    return may(this.ctx.actor.access, "read", area);
  }

  private money(minor: bigint): string {
    return formatMoney(minor, this.ctx.company.decimals);
  }
}

/** Conversions of one side, and both amounts in minor units. */
class Totals {
  conversions = 0;
  revenue = 0n;
  payout = 0n;

  add({ buyer, offer }: CallState, side: Side): void {
    if ((side === "buyer" ? buyer : offer).converted) this.conversions += 1;
    if (buyer.converted) this.revenue += buyer.amountMinor;
    if (offer.converted) this.payout += offer.amountMinor;
  }
}
