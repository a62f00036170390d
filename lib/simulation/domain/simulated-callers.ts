import type { Side } from "@/lib/call/domain/call-state";
import type { EarlierCall } from "@/lib/call/domain/evaluation-facts";
import type { EvaluatedCall } from "@/lib/conversion/domain/evaluate-call";

/** The calls of each caller so far, in order of start, as far back as the duplicate windows reach. */
export class SimulatedCallers {
  private readonly byCaller = new Map<string, EarlierCall[]>();

  constructor(
    private readonly side: Side,
    private readonly windowSeconds: number,
  ) {}

  knows(callerHash: string): boolean {
    return this.byCaller.has(callerHash);
  }

  /** Empty for other sides: a simulation reads the calls of one owner. */
  earlierCalls({ callerHash }: EvaluatedCall, side: Side): readonly EarlierCall[] {
    return callerHash === null || side !== this.side ? [] : (this.byCaller.get(callerHash) ?? []);
  }

  /** Adds calls from before the simulated range, nearest first. */
  know(callerHash: string, calls: readonly EarlierCall[]): void {
    this.byCaller.set(callerHash, [...calls]);
  }

  add(callerHash: string | null, call: EarlierCall): void {
    if (callerHash === null || this.windowSeconds === 0) return;
    const earlier = this.byCaller.get(callerHash);
    if (!earlier) {
      this.byCaller.set(callerHash, [call]);
      return;
    }
    const from = call.startedAt.getTime() - this.windowSeconds * 1000;
    while (earlier.length > 0 && +(earlier.at(-1)?.startedAt ?? 0) < from) earlier.pop();
    earlier.unshift(call);
  }

  /** Drops callers whose calls no duplicate window reaches after this time. */
  forgetBefore(time: Date): void {
    const from = time.getTime() - this.windowSeconds * 1000;
    for (const [callerHash, [nearest]] of this.byCaller) {
      if (!nearest || nearest.startedAt.getTime() < from) this.byCaller.delete(callerHash);
    }
  }
}
