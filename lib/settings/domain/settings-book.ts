import type { Side } from "@/lib/call/domain/call-state";
import type { Mechanisms } from "@/lib/evaluation/domain/evaluate";
import type { UpdateLimits } from "./update-limits";

/** One version of the conversion settings of a buyer or an offer. */
export type SettingsVersion = {
  readonly ruleSetId: number;
  readonly side: Side;
  /** The buyer of buyer settings, the offer of offer settings. */
  readonly ownerId: number;
  readonly validFrom: Date;
  readonly version: number;
  readonly mechanisms: Mechanisms;
  /** Offer settings: the side follows the buyer side until it is decided. */
  readonly followsBuyer: boolean;
  /** Buyer settings: limits on updates from the buyer's systems; null for none. */
  readonly limits: UpdateLimits | null;
  /** Buyer settings: the buyer may post to its webhook. */
  readonly webhookEnabled: boolean;
};

/** Settings by owner and start of the call. */
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

  /** The version in force when a call started; null without a version or owner. */
  inForce(side: Side, ownerId: number | null, startedAt: Date): SettingsVersion | null {
    if (ownerId === null) return null;
    return this.byOwner.get(keyOf(side, ownerId))?.find(({ validFrom }) => validFrom <= startedAt) ?? null;
  }
}

function keyOf(side: Side, ownerId: number): string {
  return `${side} ${ownerId}`;
}
