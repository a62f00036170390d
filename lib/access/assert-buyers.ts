import { Invalid } from "@/lib/base/errors";
import type { Tx } from "@/lib/platform/sql/in-company";
import { readBuyerNames } from "./sql/buyer-names";

/** Throws `Invalid` at this field unless the company has all these buyers. */
export async function assertBuyers(tx: Tx, field: string, ids: readonly number[]): Promise<void> {
  const names = await readBuyerNames(tx, ids);
  const unknown = ids.find((id) => !names.has(id));
  if (unknown !== undefined) throw new Invalid({ [field]: `There is no buyer with the ID ${unknown}.` });
}
