import { parseMoney } from "@/lib/base/money";
import { type CallState, standing } from "@/lib/call/domain/call-state";
import type { UpdateLimits } from "@/lib/settings/domain/update-limits";
import type { Tokens, Update } from "./command";

const DAY_MS = 86_400_000;

/** If the company ignores amounts of the buyer, removes revenue and pricing tokens from the update. */
export function withoutIgnored(update: Update, { revenue }: UpdateLimits, pricing: ReadonlySet<string>): Update {
  if (revenue !== "ignored") return update;
  const { buyer, tokens, ...others } = update;
  const { amountMinor, ...silent } = buyer ?? {};
  const unpriced = tokens && withoutTokens(tokens, pricing);
  return {
    ...others,
    ...(buyer && Object.keys(silent).length > 0 && { buyer: silent }),
    ...(unpriced && { tokens: unpriced }),
  };
}

/** The error if an amount or a pricing token is outside the bounds of this buyer, otherwise null. */
export function boundsError(
  { buyer, tokens }: Update,
  limits: UpdateLimits,
  pricing: ReadonlySet<string>,
  decimals: number,
): string | null {
  if (limits.revenue !== "bounded") return null;
  const priced = Object.entries(tokens ?? {}).flatMap(([name, value]) =>
    pricing.has(name) ? (parseMoney(value.trim(), decimals) ?? []) : [],
  );
  const amounts = [...(buyer?.amountMinor === undefined ? [] : [buyer.amountMinor]), ...priced];
  const { minimumMinor, maximumMinor } = limits;
  if (minimumMinor !== null && amounts.some((amount) => amount < minimumMinor)) {
    return "The revenue is below the minimum for this buyer’s updates.";
  }
  return maximumMinor !== null && amounts.some((amount) => amount > maximumMinor)
    ? "The revenue is above the maximum for this buyer’s updates."
    : null;
}

/** The error if the update would lower or end a charge after the allowed days, otherwise null. */
export function takeBackError(
  before: CallState,
  after: CallState,
  { takeBackDays }: UpdateLimits,
  now: Date,
): string | null {
  if (takeBackDays === null || now.getTime() <= before.startedAt.getTime() + takeBackDays * DAY_MS) return null;
  const [was, is] = [standing(before.buyer), standing(after.buyer)];
  const lowers = was !== null && (is === null || is.partyId !== was.partyId || is.amountMinor < was.amountMinor);
  return lowers ? `This buyer can reverse a conversion until ${takeBackDays} days after the call.` : null;
}

export function withoutTokens(tokens: Tokens, names: ReadonlySet<string>): Tokens {
  return Object.fromEntries(Object.entries(tokens).filter(([name]) => !names.has(name)));
}
