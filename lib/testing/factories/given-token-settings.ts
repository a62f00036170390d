import { formatMoney } from "@/lib/base/money";
import type { Side } from "@/lib/call/domain/call-state";
import type { Company } from "@/lib/company/domain/company";
import type { SideVerdict } from "@/lib/conversion/domain/verdict";
import { BuyerSettings, type ConversionSettings, OfferSettings } from "@/lib/settings/contract/conversion-settings";
import { getBuyerSettings, getOfferSettings } from "@/lib/settings/get-settings";
import { saveBuyerSettings, saveOfferSettings } from "@/lib/settings/save-settings";
import type { GivenContext } from "./given-company";

/** Settings of a buyer, or of an offer. */
type Owner = { readonly side: Side; readonly id: number };

const SINCE = new Date("2020-01-01T00:00:00Z");
const RULES = 3;
const BY_TERMS = "by the terms";

/** Tokens that give a side this verdict, with `givenTokenSettings` in force. */
export function verdictTokens(
  { decimals }: Company,
  { side, mechanism, ruleId = 1, amountMinor }: SideVerdict,
): Record<string, string> {
  return {
    [`${side}_verdict`]: mechanism === "rule" ? `rule ${ruleId}` : mechanism,
    [`${side}_verdict_amount`]: amountMinor === undefined ? BY_TERMS : formatMoney(amountMinor, decimals),
  };
}

/**
 * Settings for all calls of an owner that are decided by tokens: three rules that take their amount from a token, and
 * the voice agent. Duration, which no token can set, converts every call or none.
 */
export async function givenTokenSettings(ctx: GivenContext, { side, id }: Owner, byDuration = false): Promise<void> {
  if (side === "offer") {
    const { version, settings } = await getOfferSettings(ctx, id);
    const wanted = OfferSettings.parse(decidedByTokens(settings, side, byDuration));
    if (isSame(settings, wanted)) return;
    await saveOfferSettings(ctx, id, { version, settings: wanted, valid_from: SINCE });
  } else {
    const { version, settings } = await getBuyerSettings(ctx, id);
    const wanted = BuyerSettings.parse(decidedByTokens(settings, side, byDuration));
    if (isSame(settings, wanted)) return;
    await saveBuyerSettings(ctx, id, { version, settings: wanted, valid_from: SINCE });
  }
}

function decidedByTokens(settings: ConversionSettings, side: Side, byDuration: boolean) {
  const asks = (value: string) => ({ token: `${side}_verdict`, operator: "equals", values: [value] });
  return {
    ...settings,
    rules: Array.from({ length: RULES }, (_, position) => ({
      id: settings.rules.length > 0 ? position + 1 : null,
      name: `Rule ${position + 1}`,
      condition: { all: [asks(`rule ${position + 1}`)] },
      amount: { kind: "token", token: `${side}_verdict_amount`, minimum: "0", maximum: "999999999" },
    })),
    voice_agent: { enabled: true, phrases: [], tokens: [asks("voice_agent")] },
    duration: { enabled: byDuration, basis: "total", longer_than_seconds: 0 },
  };
}

function isSame(one: ConversionSettings, other: ConversionSettings): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
