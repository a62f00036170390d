import type { Side } from "@/lib/call/domain/call-state";
import type { Mechanisms } from "@/lib/evaluation/domain/evaluate";
import type { UpdateLimits } from "./update-limits";

/** One version of the conversion settings of a buyer or an offer. */
export type SettingsVersion = {
  readonly ruleSetId: number;
  readonly side: Side;
  /** The buyer of buyers' settings, the offer of offers'. */
  readonly ownerId: number;
  readonly validFrom: Date;
  readonly version: number;
  readonly mechanisms: Mechanisms;
  /** Of an offer: its side follows the buyer's until somebody decides it. */
  readonly followsBuyer: boolean;
  /** Of a buyer: what its systems may say; null for no limits. */
  readonly limits: UpdateLimits | null;
  /** Of a buyer: it may post to its own address. */
  readonly webhookEnabled: boolean;
};

/** Settings by whose they are and when a call started. */
export class SettingsBook {
  private readonly byOwner = new Map<string, SettingsVersion[]>();

  constructor(versions: readonly SettingsVersion[]) {
    const newestFirst = versions.toSorted(
      (one, other) => other.validFrom.getTime() - one.validFrom.getTime() || other.version - one.version,
    );
    for (const version of newestFirst) {
      const key = keyOf(version.side, version.ownerId);
      const list = this.byOwner.get(key);
      if (list) list.push(version);
      else this.byOwner.set(key, [version]);
    }
  }

  /** The version in force when a call started; null where there was none, or no owner. */
  inForce(side: Side, ownerId: number | null, startedAt: Date): SettingsVersion | null {
    if (ownerId === null) return null;
    return this.byOwner.get(keyOf(side, ownerId))?.find(({ validFrom }) => validFrom <= startedAt) ?? null;
  }
}

function keyOf(side: Side, ownerId: number): string {
  return `${side} ${ownerId}`;
}
