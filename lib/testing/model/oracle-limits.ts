import type { Side } from "@/lib/call/domain/call-state";
import type { Update } from "@/lib/conversion/domain/command";
import { BOUNDS } from "./agreed-settings";
import { carryOut, evaluate, standingOf } from "./oracle";
import { type OracleCall, SIDES } from "./oracle-call";
import { startOf } from "./oracle-facts";
import type { World } from "./world";

type Part = { readonly update: Update; readonly held: readonly Side[] };

const DAY_MS = 86_400_000;

/** The part of an update that locks and limits allow, and the sides that have a held part. */
export function permittedPart(call: OracleCall, requested: Update, world: World, now: number): Part {
  if (requested.mechanism === "manual") return { update: requested, held: [] };
  const pricing = (side: Side) =>
    Object.keys(requested.tokens ?? {}).filter((name) => world.pricingTokens[side].has(name));
  const locked = SIDES.filter((side) => call[side].locked && pricing(side).length > 0);
  const passing = locked.reduce((update, side) => withoutTokens(update, pricing(side)), requested);
  const isOfBuyer = requested.mechanism === "webhook" || requested.mechanism === "secure_api";
  const { buyer } = call;
  const limits = buyer.party === null ? undefined : world.settings("buyer", buyer.party, startOf(call.facts));
  if (!isOfBuyer || !limits || buyer.locked) return { update: passing, held: locked };

  const update = limits.revenue === "ignored" ? withoutRevenue(passing, pricing("buyer")) : passing;
  const isLate = limits.takeBackDays !== null && now > startOf(call.facts) + limits.takeBackDays * DAY_MS;
  const isOutside = (part: Update) =>
    (limits.revenue === "bounded" && !isWithinBounds(part, pricing("buyer"))) ||
    (isLate && takesBack(call, part, world, now));
  if (!isOutside(update)) return { update, held: locked };
  const { buyer: _, tokens: __, ...others } = update;
  const withTokens = { ...others, ...(update.tokens && { tokens: update.tokens }) };
  const prices = pricing("buyer").some((name) => update.tokens?.[name] !== undefined);
  const tokensPass = update.buyer !== undefined && !prices && !isOutside(withTokens);
  return { update: tokensPass ? withTokens : others, held: [...locked, "buyer"] };
}

function withoutTokens({ tokens = {}, ...update }: Update, names: readonly string[]): Update {
  return { ...update, tokens: Object.fromEntries(Object.entries(tokens).filter(([name]) => !names.includes(name))) };
}

function withoutRevenue({ buyer, ...update }: Update, names: readonly string[]): Update {
  const silent = update.tokens ? withoutTokens(update, names) : update;
  const { amountMinor: _, ...named } = buyer ?? {};
  return { ...silent, ...(Object.keys(named).length > 0 && { buyer: named }) };
}

function isWithinBounds({ buyer, tokens = {} }: Update, pricing: readonly string[]): boolean {
  const texts = pricing.map((name) => tokens[name] ?? "").filter((text) => /^[0-9]+\.[0-9]{2}$/.test(text));
  const amounts = [...(buyer?.amountMinor === undefined ? [] : [buyer.amountMinor]), ...texts.map(minorOf)];
  return amounts.every((amount) => amount >= BOUNDS.minimum && amount <= BOUNDS.maximum);
}

function minorOf(text: string): bigint {
  return BigInt(text.replace(".", ""));
}

/** Whether the standing charge would be lower or gone after the update and its facts. */
function takesBack(call: OracleCall, update: Update, world: World, now: number): boolean {
  const [was, is] = [afterUpdate(call, null, world, now), afterUpdate(call, update, world, now)].map((item) =>
    standingOf(item, "buyer", world),
  );
  return !!was && (!is || is.party !== was.party || is.amount < was.amount);
}

function afterUpdate(call: OracleCall, update: Update | null, world: World, now: number): OracleCall {
  const copy = { ...call, buyer: { ...call.buyer }, offer: { ...call.offer } };
  if (update) carryOut(copy, update, world, now);
  if (copy.isDue) evaluate(copy, world);
  return copy;
}
