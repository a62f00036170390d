import type { Section } from "@/lib/api/contract/sections";
import { numberOf } from "@/lib/api/path-parameters";
import type { evaluatePastCalls } from "@/lib/simulation/evaluate-past-calls";
import { BUYER, OF_BUYER, OF_OFFER, OFFER } from "../_docs/settings";

/** The differences between the routes of buyers' and of offers' conversion settings. */
export type SettingsOwner = {
  readonly path: string;
  readonly name: string;
  readonly section: Section;
  readonly one: string;
  readonly params: { readonly id: ReturnType<typeof numberOf> };
  readonly owner: (id: number) => Parameters<typeof evaluatePastCalls>[1];
  readonly example: { readonly answer: object; readonly settings: object; readonly update: object };
};

export const BUYER_SETTINGS: SettingsOwner = {
  path: "/buyers",
  name: "Buyer",
  section: "Buyer settings",
  one: "a buyer",
  params: { id: numberOf("buyer", 7) },
  owner: (buyerId) => ({ buyerId }),
  example: {
    answer: BUYER,
    settings: OF_BUYER,
    update: { version: 2, settings: OF_BUYER, prices: BUYER.prices, note: "Winter prices" },
  },
};

export const OFFER_SETTINGS: SettingsOwner = {
  path: "/offers",
  name: "Offer",
  section: "Offer settings",
  one: "an offer",
  params: { id: numberOf("offer", 3) },
  owner: (offerId) => ({ offerId }),
  example: {
    answer: OFFER,
    settings: OF_OFFER,
    update: { version: 2, settings: OF_OFFER, payouts: OFFER.payouts, note: "Winter prices" },
  },
};
