import { Invalid } from "@/lib/base/errors";
import { formatMoney, parseMoney } from "@/lib/base/money";
import type { AllocationUpdate } from "./contract";
import { findSplitFault, type OpenStatement, type Part, type SplitFault } from "./domain/split-settlement";

type RequestedParts = AllocationUpdate["allocations"];

/** Parses parts and drops those of 0. Throws `Invalid` if an amount is not one of the currency. */
export function readParts(allocations: RequestedParts, decimals: number): Part[] {
  const parts = allocations.map(({ statement, amount }, place) => {
    const minor = parseMoney(amount.replace("-", ""), decimals);
    if (minor === null) {
      throw new Invalid({ [`allocations[${place}][amount]`]: `Enter an amount with at most ${decimals} decimals.` });
    }
    return { statement, amountMinor: amount.startsWith("-") ? -minor : minor };
  });
  return parts.filter(({ amountMinor }) => amountMinor !== 0n);
}

type Settlement = {
  readonly amountMinor: bigint;
  readonly lowers: boolean;
  /** The amount not refunded. */
  readonly mostMinor: bigint;
};

/** Throws `Invalid` for the statement whose part is wrong, or for all parts if their sum is wrong. */
export function checkParts(
  { amountMinor, lowers, mostMinor }: Settlement,
  parts: readonly Part[],
  open: readonly OpenStatement[],
  { allocations, decimals }: { readonly allocations: RequestedParts; readonly decimals: number },
): void {
  const fault = findSplitFault(mostMinor, lowers, parts, open);
  if (!fault) return;
  if (fault.reason === "above_amount" && mostMinor < amountMinor) {
    const most = formatMoney(mostMinor, decimals);
    throw new Invalid({ allocations: `Only ${most} of this is left after refunds. Allocate up to that amount.` });
  }
  const place = allocations.findLastIndex(({ statement }) => statement === fault.statement);
  const field =
    place === -1 ? "allocations" : `allocations[${place}][${AT_STATEMENT.has(fault.reason) ? "statement" : "amount"}]`;
  const wanted = open.find(({ number }) => number === fault.statement)?.openMinor ?? 0n;
  throw new Invalid({ [field]: sentence(fault, formatMoney(wanted, decimals)) });
}

const AT_STATEMENT: ReadonlySet<SplitFault["reason"]> = new Set(["unknown", "twice"]);

function sentence({ statement, reason }: SplitFault, open: string): string {
  switch (reason) {
    case "unknown":
      return `Statement ${statement} isn’t an open statement of this party. Choose another or leave it out.`;
    case "twice":
      return `Statement ${statement} is listed twice. Combine both amounts.`;
    case "wrong_sign":
      return `Statement ${statement} has ${open} open. Enter an amount with the same sign.`;
    case "too_much":
      return `Statement ${statement} has only ${open} open. Allocate less, and leave the rest unapplied.`;
    case "below_nothing":
      return "The allocations add up to a negative amount. Allocate credits together with the statements they settle.";
    case "above_amount":
      return "The allocations exceed the amount. Allocate less.";
  }
}
