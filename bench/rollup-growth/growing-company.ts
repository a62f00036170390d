import { rollUp } from "@/lib/ledger/roll-up";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { type BenchCall, benchCalls } from "../company/bench-calls";
import { applyAll, conversionsOf } from "../company/conversions-of";
import { milliseconds } from "../measure/milliseconds";

const FLIPS = 7;
const ENTRIES_A_FLIP = 2;
const CALLS_AT_ONCE = 10_000;

/** A company whose calls are converted and reversed repeatedly. */
export class GrowingCompany {
  static async make(): Promise<GrowingCompany> {
    return new GrowingCompany((await givenCompany()).ctx);
  }

  private readonly calls: BenchCall[] = [];
  private converted = true;

  constructor(private readonly ctx: GivenContext) {}

  /** Seven entries per side of each call, all posted. */
  async grow(entries: number): Promise<void> {
    const wanted = Math.ceil(entries / (FLIPS * ENTRIES_A_FLIP));
    while (this.calls.length < wanted) {
      const calls = await benchCalls(this.ctx, Math.min(CALLS_AT_ONCE, wanted - this.calls.length));
      for (let flip = 0; flip < FLIPS; flip += 1) await this.flip(calls, flip % 2 === 0);
      await rollUp(this.ctx);
      this.calls.push(...calls);
    }
  }

  /** Half of the changes convert new calls, the other half change old ones from the whole table. */
  async rollUpNew(changes: number): Promise<number> {
    const half = changes / 2;
    this.converted = !this.converted;
    await this.flip(await benchCalls(this.ctx, half), true);
    const step = Math.max(1, Math.floor(this.calls.length / half));
    await this.flip(this.calls.filter((_, position) => position % step === 0).slice(0, half), this.converted);
    let posted = 0;
    const elapsed = await milliseconds(async () => {
      posted = (await rollUp(this.ctx)).changes;
    });
    if (posted !== changes) throw new Error(`${changes} changes were made, ${posted} were posted.`);
    return elapsed;
  }

  private flip(calls: readonly BenchCall[], converted: boolean): Promise<void> {
    return applyAll(this.ctx, conversionsOf(this.ctx, calls, converted));
  }
}
