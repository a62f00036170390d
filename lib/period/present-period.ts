import type { Context } from "@/lib/access/context";
import type { Month } from "@/lib/base/month";
import type { Period } from "./contract";
import { stateOf, whyNotClosable } from "./domain/closing";
import { type KindTotal, monthTotals } from "./domain/totals";
import { presentSums } from "./present-totals";
import type { BooksNow } from "./read-books";
import type { ClosedPeriod } from "./sql/read-periods";

const ACTOR_NAMES: Readonly<Record<string, string>> = { system: "Callmark", api_key: "An API key" };

export function presentPeriod(
  ctx: Pick<Context, "actor" | "company">,
  month: Month,
  books: BooksNow,
  kinds: readonly KindTotal[],
  closed: ClosedPeriod | undefined,
): Period {
  return {
    month,
    state: stateOf(month, books),
    can_close: whyNotClosable(month, books) === null,
    ...presentSums(ctx, monthTotals(kinds)),
    closed: closed
      ? {
          at: closed.closedAt.toISOString(),
          by: { type: closed.actorType, name: closerOf(closed) },
          rollup_id: closed.rollupNumber,
          digest: closed.digest,
        }
      : null,
  };
}

export function closerOf({ actorType, actorName }: ClosedPeriod): string {
  return actorName ?? ACTOR_NAMES[actorType] ?? "Unknown";
}
