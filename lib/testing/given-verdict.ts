import { BuyerSettings, type ConversionSettings, OfferSettings } from "@/lib/contracts/conversion-settings";
import { convertAll } from "@/lib/conversion/convert";
import type { SideVerdict } from "@/lib/conversion/domain/verdict";
import type { Side } from "@/lib/domain/call/call-state";
import { formatMoney } from "@/lib/domain/ledger/money";
import { getCall } from "@/lib/services/call/get-call";
import { getBuyerSettings, getOfferSettings } from "@/lib/services/settings/get-settings";
import { saveBuyerSettings, saveOfferSettings } from "@/lib/services/settings/save-settings";
import type { GivenContext } from "./factories/given-company";

type GivenVerdict = Partial<SideVerdict> & {
  /** What the facts say of the other side at the same time. */
  readonly also?: Partial<SideVerdict>;
};

const SINCE = new Date("2020-01-01T00:00:00Z");
const RULES = 3;
const BY_TERMS = "by the terms";

/**
 * The facts of a call say so from now on: its tokens meet the buyer's first rule, or what else is told, and an amount
 * that is told stands in a token. Settings that ask for those tokens hold for all calls of the buyer, or of the offer.
 * Answers whether that changed how the call stands.
 */
export async function givenVerdict(ctx: GivenContext, id: number, { also, ...first }: GivenVerdict = {}): Promise<boolean> {
  const verdicts = [first, ...(also ? [also] : [])].map((verdict): SideVerdict => {
    return { side: "buyer", mechanism: "rule", ...verdict };
  });
  for (const verdict of verdicts) await letFactsDecide(ctx, id, verdict);
  const tokens = Object.assign({}, ...verdicts.map((verdict) => tokensFor(ctx, verdict)));
  const update = { kind: "update", mechanism: "import", tokens } as const;
  const outcomes = await convertAll(ctx, [
    { call: { id }, actor: ctx.actor, command: update },
    { call: { id }, actor: ctx.actor, command: { kind: "evaluate" } },
  ]);
  const [, evaluated] = outcomes;
  for (const outcome of outcomes) if (!outcome.ok) throw outcome.error;
  return evaluated?.ok === true && evaluated.changed;
}

function tokensFor({ company }: GivenContext, { side, mechanism, ruleId = 1, amountMinor }: SideVerdict) {
  return {
    [`${side}_verdict`]: mechanism === "rule" ? `rule ${ruleId}` : mechanism,
    [`${side}_verdict_amount`]: amountMinor === undefined ? BY_TERMS : formatMoney(amountMinor, company.decimals),
  };
}

async function letFactsDecide(ctx: GivenContext, id: number, { side, mechanism }: SideVerdict): Promise<void> {
  const byDuration = mechanism === "duration";
  if (side === "offer") {
    const { id: offerId } = (await getCall(ctx, { id })).offer;
    const { version, settings } = await getOfferSettings(ctx, offerId);
    const wanted = OfferSettings.parse(decidedBy(settings, side, byDuration));
    if (!isSame(settings, wanted)) {
      await saveOfferSettings(ctx, offerId, { version, settings: wanted, valid_from: SINCE });
    }
    return;
  }
  const buyerId = (await getCall(ctx, { id })).buyer?.id ?? ctx.buyer.id;
  const { version, settings } = await getBuyerSettings(ctx, buyerId);
  const wanted = BuyerSettings.parse(decidedBy(settings, side, byDuration));
  if (!isSame(settings, wanted)) {
    await saveBuyerSettings(ctx, buyerId, { version, settings: wanted, valid_from: SINCE });
  }
}

/** Every rule and the voice agent ask for a token; the duration, which no token can say, is switched on for all calls. */
function decidedBy(settings: ConversionSettings, side: Side, byDuration: boolean) {
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
