import type { Context } from "@/lib/access/context";
import type { Random } from "@/lib/base/random";
import { BuyerSettings, OfferSettings } from "@/lib/settings/contract/conversion-settings";
import { saveBuyerSettings, saveOfferSettings } from "@/lib/settings/save-settings";
import { DATES } from "./agreed-terms";

/** A simple rule: everything that is not null has to hold. Amounts in minor units. */
export type PlainRule = {
  readonly id: number;
  readonly token: { readonly name: string; readonly value: string } | null;
  readonly atLeastSeconds: number | null;
  /** Fails if a converted call of the caller started within this many seconds before. */
  readonly duplicateSeconds: number | null;
  /** Null: by the terms. */
  readonly amount: bigint | { readonly token: string; readonly minimum: bigint; readonly maximum: bigint } | null;
};

export type PlainSettings = {
  readonly validFrom: Date;
  readonly rules: readonly PlainRule[];
  readonly phrase: string | null;
  readonly longerThanSeconds: number | null;
  /** For an offer. */
  readonly followsBuyer: boolean;
  /** For a buyer. */
  readonly webhook: boolean;
  readonly revenue: "accepted" | "bounded" | "ignored";
  readonly takeBackDays: number | null;
};

/** Bounds on amounts of a buyer whose settings have bounds. */
export const BOUNDS = { minimum: 300n, maximum: 2500n } as const;
export const PHRASE = "book it";

/** Random settings versions of a party. `stated` is the token with which people state the price of its side. */
export function someSettings(random: Random, stated: string, looksBack: boolean): PlainSettings[] {
  let lastId = 0;
  const rule = (): PlainRule => {
    lastId += 1;
    const token = random.pick([
      null,
      { name: "tier", value: "high" },
      { name: "tier", value: "low" },
      { name: "sold", value: "yes" },
      { name: "sold", value: "yes" },
      { name: "region", value: "north" },
    ]);
    return {
      id: lastId,
      token,
      atLeastSeconds: token === null || random.chance(0.3) ? random.pick([30, 60, 90]) : null,
      duplicateSeconds: looksBack && random.chance(0.7) ? random.pick([600, 3600]) : null,
      amount: random.pick([
        null,
        random.pick([0n, 900n, 4100n]),
        { token: random.pick([stated, "quote"]), minimum: 200n, maximum: 6000n },
      ]),
    };
  };
  return DATES.filter(() => random.chance(0.9)).map((validFrom) => ({
    validFrom,
    rules: Array.from({ length: random.between(1, 3) }, rule),
    phrase: random.chance(0.3) ? PHRASE : null,
    longerThanSeconds: random.chance(0.4) ? random.pick([60, 120]) : null,
    followsBuyer: random.chance(0.5),
    webhook: random.chance(0.9),
    revenue: random.pick(["accepted", "accepted", "bounded", "ignored"]),
    takeBackDays: random.pick([null, 5, 20]),
  }));
}

/** Saves them in order, oldest first. */
export async function saveSettings(
  ctx: Context,
  owner: { readonly side: "buyer" | "offer"; readonly id: number },
  versions: readonly PlainSettings[],
): Promise<void> {
  for (const [version, plain] of versions.entries()) {
    const at = { version, valid_from: plain.validFrom };
    if (owner.side === "buyer") {
      await saveBuyerSettings(ctx, owner.id, { ...at, settings: BuyerSettings.parse(buyersDocument(plain)) });
    } else {
      const settings = OfferSettings.parse({ ...document(plain), converts_with_buyer: plain.followsBuyer });
      await saveOfferSettings(ctx, owner.id, { ...at, settings });
    }
  }
}

function buyersDocument(plain: PlainSettings): object {
  const bounds = { minimum: money(BOUNDS.minimum), maximum: money(BOUNDS.maximum) };
  const { revenue, takeBackDays } = plain;
  const limits = { revenue, take_back_days: takeBackDays, ...(revenue === "bounded" && bounds) };
  return { ...document(plain), webhook: { enabled: plain.webhook }, statements: limits };
}

function document({ rules, phrase, longerThanSeconds }: PlainSettings): object {
  return {
    rules: rules.map(ruleDocument),
    voice_agent: { enabled: phrase !== null, phrases: phrase === null ? [] : [{ text: phrase }] },
    duration: { enabled: longerThanSeconds !== null, basis: "total", longer_than_seconds: longerThanSeconds ?? 90 },
  };
}

function ruleDocument({ id, token, atLeastSeconds, duplicateSeconds, amount }: PlainRule): object {
  return {
    name: `Rule ${id}`,
    condition: { all: token === null ? [] : [{ token: token.name, operator: "equals", values: [token.value] }] },
    minimum_duration: atLeastSeconds === null ? null : { basis: "total", seconds: atLeastSeconds },
    duplicates: duplicateSeconds === null ? null : { seconds: duplicateSeconds, counts: "converted" },
    amount: amount === null ? null : amountDocument(amount),
  };
}

function amountDocument(amount: NonNullable<PlainRule["amount"]>): object {
  if (typeof amount === "bigint") return { kind: "fixed", amount: money(amount) };
  const { token, minimum, maximum } = amount;
  return { kind: "token", token, minimum: money(minimum), maximum: money(maximum) };
}

function money(minor: bigint): string {
  return `${minor / 100n}.${String(minor % 100n).padStart(2, "0")}`;
}
