import type { Owner, SettingsAnswer, SettingsUpdate } from "@/lib/settings/client";
import type { BuyerSettings, OfferSettings, Payout, Price } from "@/lib/settings/contract/conversion-settings";

/** Fields that only buyers or only offers have are undefined on the other. */
export type FormSettings = Omit<OfferSettings, "converts_with_buyer"> &
  Partial<Pick<OfferSettings, "converts_with_buyer">> &
  Partial<Pick<BuyerSettings, "webhook" | "statements">>;

/** The default price or payout has a field of its own; empty when there is none. */
export type SettingsForm = {
  note: string;
  settings: FormSettings;
  default_price: string;
  prices: Price[];
  default_payout: Payout;
  payouts: Payout[];
};

export const NO_PAYOUT: Payout = { traffic_source_id: null, amount: "", percent: null, minimum: null, maximum: null };

export function formValues(answer: SettingsAnswer): SettingsForm {
  const prices = ("prices" in answer && answer.prices) || [];
  const payouts = ("payouts" in answer && answer.payouts) || [];
  return {
    note: "",
    settings: answer.settings,
    default_price: prices.find(({ offer_id }) => offer_id === null)?.amount ?? "",
    prices: prices.filter(({ offer_id }) => offer_id !== null),
    default_payout: payouts.find(({ traffic_source_id }) => traffic_source_id === null) ?? NO_PAYOUT,
    payouts: payouts.filter(({ traffic_source_id }) => traffic_source_id !== null),
  };
}

/** The default price comes last, so that leaving it out doesn't shift the paths of the others. */
export function updateOf(kind: Owner["kind"], version: number, values: SettingsForm): SettingsUpdate {
  const note = values.note.trim();
  const edit = { version, ...(note && { note }), settings: values.settings };
  if (kind === "buyer") {
    const byDefault = values.default_price === "" ? [] : [{ offer_id: null, amount: values.default_price }];
    return { ...edit, prices: [...values.prices, ...byDefault] };
  }
  const byDefault = values.default_payout.amount === "" ? [] : [values.default_payout];
  return { ...edit, payouts: [...values.payouts, ...byDefault] };
}

/** The form field of a request path such as "settings.rules.0.name". */
export function fieldOf(path: string, values: SettingsForm): string {
  const match = /^(prices|payouts)\.([0-9]+)(\..+)?$/.exec(path);
  if (!match) return path;
  const [, list, position, rest = ""] = match;
  if (list === "prices") return Number(position) < values.prices.length ? path : "default_price";
  return Number(position) < values.payouts.length ? path : `default_payout${rest}`;
}
