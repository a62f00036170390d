import type { Context } from "@/lib/access/context";
import type { Actor } from "@/lib/access/domain/actor";
import { atLocal } from "../local-time";
import type { Edit } from "../networks/network-plan";
import type { Parties } from "../placed";

const FROM_THE_BEGINNING_DAYS = 400;

export type Agreeing = Parties & {
  readonly company: Context["company"];
  readonly staff: Readonly<Record<Edit<unknown>["by"], Actor>>;
  readonly now: Date;
};

type Edited<Change> = {
  readonly ctx: Context;
  readonly version: number;
  readonly valid_from: Date;
  readonly note: string;
  /** Null for the first version. */
  readonly change: Change | null;
};

const FIRST = { daysAgo: FROM_THE_BEGINNING_DAYS, by: "owner", note: "As agreed at the start." } as const;

/** The first settings of an owner, then its edits, oldest first, each with its author and day. */
export function settingsEdits<Change extends Edit<unknown>>(
  { company, staff, now }: Agreeing,
  edits: readonly Change[] = [],
): Edited<Change>[] {
  return [null, ...edits].map((change, version) => {
    const { daysAgo, by, note } = change ?? FIRST;
    const at = atLocal(company.timeZone, now, daysAgo, 0);
    return { ctx: { company, actor: staff[by], now: () => at }, version, valid_from: at, note, change };
  });
}
