import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { Invalid } from "@/lib/base/errors";
import { readInCompanySql } from "@/lib/platform/sql/in-company";
import { readCaller } from "./read-caller";
import { countCallsBefore, countCallsOfCaller } from "./sql/find-erasable";

const DAY_MS = 86_400_000;

export type Previewed = { readonly caller?: string | undefined; readonly erase_after_days?: number | null | undefined };

/** Counts the calls that would be erased: of a caller, or older than a number of days. Changes nothing. */
export async function previewErasure(ctx: Context, { caller, erase_after_days: days }: Previewed): Promise<number> {
  permit(ctx.actor, "read", "settings");
  if ((caller === undefined) === (days === undefined)) {
    throw new Invalid({ caller: "Send either a caller or a number of days." });
  }
  if (caller !== undefined) {
    const { hashes } = await readCaller(ctx, caller);
    return readInCompanySql(ctx.company.id, (tx) => countCallsOfCaller(tx, hashes));
  }
  if (days === undefined || days === null) return 0;
  const before = new Date(ctx.now().getTime() - days * DAY_MS);
  return readInCompanySql(ctx.company.id, (tx) => countCallsBefore(tx, before));
}
