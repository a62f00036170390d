import type { CallState } from "./call-state";
import type { Statement } from "./wish";

/** What a company lets a buyer's systems say of its calls. Amounts in minor units; null for no limit. */
export type StatementLimits = {
  readonly revenue: "accepted" | "bounded" | "ignored";
  readonly minimumMinor: bigint | null;
  readonly maximumMinor: bigint | null;
  /** So many days after the start of the call it may still take the conversion back. */
  readonly takeBackDays: number | null;
};

export type Limited = {
  /** What may be applied. */
  readonly statement: Statement;
  /** Why the buyer's part waits for a person, as a sentence; null where all of it may be applied. */
  readonly outside: string | null;
};

const DAY_MS = 86_400_000;

/** Only the buyer's own systems are limited; a person, the API and imports are not. */
export function withinLimits(statement: Statement, limits: StatementLimits, call: CallState, now: Date): Limited {
  const { buyer: said, ...others } = statement;
  const fromBuyer = statement.mechanism === "secure_api" || statement.mechanism === "webhook";
  if (!said || !fromBuyer) return { statement, outside: null };
  const { amountMinor, ...silent } = said;
  const mayCharge = limits.revenue !== "ignored";
  const buyer = mayCharge ? said : silent;
  const outside = mayCharge ? boundsError(amountMinor, limits) : null;
  const late = takesBackLate(said.converted, limits, call, now);
  if (outside !== null || late !== null) return { statement: others, outside: outside ?? late };
  return { statement: { ...others, buyer }, outside: null };
}

function boundsError(amountMinor: bigint | undefined, limits: StatementLimits): string | null {
  if (limits.revenue !== "bounded" || amountMinor === undefined) return null;
  if (limits.minimumMinor !== null && amountMinor < limits.minimumMinor) {
    return "The revenue is below what this buyer may state.";
  }
  return limits.maximumMinor !== null && amountMinor > limits.maximumMinor
    ? "The revenue is above what this buyer may state."
    : null;
}

function takesBackLate(
  converted: boolean | undefined,
  { takeBackDays }: StatementLimits,
  call: CallState,
  now: Date,
): string | null {
  const late = takeBackDays !== null && now.getTime() > call.startedAt.getTime() + takeBackDays * DAY_MS;
  return late && converted === false && call.buyer.converted
    ? `This buyer may take a conversion back until ${takeBackDays} days after the call.`
    : null;
}
