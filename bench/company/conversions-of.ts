import type { Context } from "@/lib/access/context";
import type { Batch } from "@/lib/conversion/batch";
import { convertAll } from "@/lib/conversion/convert";
import type { ConversionRequest } from "@/lib/conversion/domain/request";

const REQUESTS_A_TRANSACTION = 1_000;

/** Both sides of each call, converted or reversed. */
export function conversionsOf(
  { actor }: Pick<Context, "actor">,
  calls: readonly { readonly id: number }[],
  converted: boolean,
): ConversionRequest[] {
  return calls.map(({ id }) => ({
    call: { id },
    actor,
    command: { kind: "update", mechanism: "import", buyer: { converted }, offer: { converted } },
  }));
}

/** Applies them in transactions of a thousand; throws if one changes nothing. */
export async function applyAll(batch: Batch, requests: readonly ConversionRequest[]): Promise<void> {
  for (let from = 0; from < requests.length; from += REQUESTS_A_TRANSACTION) {
    const part = requests.slice(from, from + REQUESTS_A_TRANSACTION);
    const outcomes = await convertAll(batch, part);
    const changed = outcomes.filter((outcome) => outcome.ok && outcome.changed).length;
    if (changed !== part.length) throw new Error(`${part.length} requests changed ${changed} calls.`);
  }
}
