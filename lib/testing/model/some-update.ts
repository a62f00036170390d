import type { Random } from "@/lib/base/random";
import type { Side } from "@/lib/call/domain/call-state";
import type { ExplicitMechanism } from "@/lib/call/domain/mechanism";
import type { EventName, SideUpdate, Update } from "@/lib/conversion/domain/command";
import type { Elsewhere } from "./given-model";
import { type Ids, STATED_TOKENS } from "./world";

const AMOUNTS = [0n, 0n, 1n, 999n, 1000n, 1500n, 99_999_999_999n] as const;
/** Texts that are not amounts set no price, so they also withdraw a price. */
const PRICES = ["5.00", "12.50", "80.00", "", "unknown"] as const;

/** A random update by this mechanism. `before` are named updates, which are sometimes repeated. */
export function someUpdate(
  random: Random,
  mechanism: ExplicitMechanism,
  partyIds: Readonly<Record<Side, Ids>>,
  elsewhere: Elsewhere,
  { now, before }: { readonly now: Date; readonly before: readonly Update[] },
): Update {
  const [repeated, ...others] = before.filter((item) => item.mechanism === mechanism);
  if (repeated && random.chance(0.4)) return random.pick([repeated, ...others]);
  const isOfBuyer = mechanism === "webhook" || mechanism === "secure_api";
  const [buyer, offer] = [random.chance(0.65), random.chance(0.4) && mechanism !== "webhook"];
  const side = (name: Side) => someSide(random, isOfBuyer ? null : partyIds[name], elsewhere.partyIds[name]);
  const update: Update = {
    kind: "update",
    mechanism,
    ...(buyer && named("buyer", side("buyer"))),
    ...(offer && named("offer", isOfBuyer ? { converted: random.chance(0.6) } : side("offer"))),
    ...(random.chance(0.35) && { tokens: someTokens(random, isOfBuyer) }),
    ...(random.chance(0.2) && { occurredAt: new Date(now.getTime() + random.between(-180, 5) * 60_000) }),
  };
  return random.chance(repeated ? 0.7 : 0.3) ? { ...update, event: someName(random, update) } : update;
}

function named(side: Side, update: SideUpdate): Partial<Record<Side, SideUpdate>> {
  return Object.keys(update).length === 0 ? {} : { [side]: update };
}

function someSide(random: Random, partyIds: Ids | null, foreignId: number): SideUpdate {
  const partyId = partyIds && (random.chance(0.03) ? foreignId : random.pick(partyIds));
  return {
    ...(random.chance(0.5) && { converted: random.chance(0.6) }),
    ...(random.chance(0.3) && { amountMinor: random.pick(AMOUNTS) }),
    ...(partyId !== null && random.chance(0.2) && { partyId }),
  };
}

function someTokens(random: Random, isOfBuyer: boolean): Record<string, string> {
  const price = random.chance(isOfBuyer ? 0.05 : 0.4) ? STATED_TOKENS.offer : STATED_TOKENS.buyer;
  return {
    ...(random.chance(0.6) && { tier: random.pick(["high", "low", "none"]) }),
    [price]: random.pick(PRICES),
  };
}

function someName(random: Random, { buyer, offer, tokens, occurredAt }: Update): EventName {
  const text = (value: unknown) => (typeof value === "bigint" ? String(value) : value);
  return {
    kind: random.pick(["event_id", "event_id", "reference"]),
    name: "sale 1",
    content: JSON.stringify([buyer, offer, tokens, occurredAt], (_, value) => text(value)),
  };
}
