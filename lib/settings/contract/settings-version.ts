import { z } from "zod";
import { says } from "@/lib/platform/contract/says";
import { TimeText, text } from "@/lib/platform/contract/scalars";
import { BuyerSettings, OfferSettings, Payout, Price } from "./conversion-settings";
import { whole } from "./settings-scalars";

const edit = {
  valid_from: TimeText.optional().meta(
    says("From when on calls are judged by it: now, unless said otherwise, and never before the version it replaces."),
  ),
  version: whole(0, 2_000_000_000).meta(
    says("The version you started from; refused with 409 when somebody was faster.", 3),
  ),
  note: text(1, 500).optional().meta(says("Why, for the history.", "Summer prices")),
};
export const BuyerSettingsUpdate = z
  .strictObject({
    ...edit,
    settings: BuyerSettings.meta(says("The whole document: what is left out takes its default.")),
    prices: z.array(Price).max(1000).optional().meta(says("All prices, where any change; absent: as they are.")),
  })
  .meta({ id: "BuyerSettingsUpdate" });
export const OfferSettingsUpdate = z
  .strictObject({
    ...edit,
    settings: OfferSettings.meta(says("The whole document: what is left out takes its default.")),
    payouts: z.array(Payout).max(1000).optional().meta(says("All payouts, where any change; absent: as they are.")),
  })
  .meta({ id: "OfferSettingsUpdate" });
export type BuyerSettingsUpdate = z.output<typeof BuyerSettingsUpdate>;
export type OfferSettingsUpdate = z.output<typeof OfferSettingsUpdate>;

const Ok = z.literal(200).meta(says("The HTTP status.", 200));
const stored = {
  status: Ok,
  id: z.number().int().meta(says("The buyer's or offer's number.", 7)),
  name: z.string().meta(says("Its name.", "Brightside Solar")),
  version: z.number().int().meta(says("Counts the edits; 0 before the first.", 3)),
  valid_from: z.string().nullable().meta(says("Calls that start from then on are judged by it.")),
  currency: z.string().meta(says("The currency of all amounts.", "USD")),
  warnings: z.array(z.string()).meta(says("What is legal but seldom meant, such as rules that never fire.")),
};
export const BuyerSettingsAnswer = z
  .object({ ...stored, settings: BuyerSettings, prices: z.array(Price).meta(says("In force; the default first.")) })
  .meta({ id: "BuyerSettingsAnswer" });
export const OfferSettingsAnswer = z
  .object({ ...stored, settings: OfferSettings, payouts: z.array(Payout).meta(says("In force; the default first.")) })
  .meta({ id: "OfferSettingsAnswer" });
export type BuyerSettingsAnswer = z.output<typeof BuyerSettingsAnswer>;
export type OfferSettingsAnswer = z.output<typeof OfferSettingsAnswer>;

/** Who saved the settings, when, and the settings. */
const Version = {
  version: z.number().int().meta(says("Counts the edits.", 3)),
  valid_from: z.string().meta(says("Calls that start from then on are judged by it.")),
  by: z
    .object({
      type: z.string().meta(says("member, api_key or system.", "member")),
      name: z.string().nullable().meta(says("Their name; null where it is gone.", "Ana Ruiz")),
    })
    .meta(says("Who saved it.")),
  note: z.string().nullable().meta(says("Why, if they said so.", "Summer prices")),
};
export const BuyerSettingsHistory = z
  .object({
    status: Ok,
    versions: z.array(z.object({ ...Version, settings: BuyerSettings })).meta(says("Newest first.")),
  })
  .meta({ id: "BuyerSettingsHistory" });
export const OfferSettingsHistory = z
  .object({
    status: Ok,
    versions: z.array(z.object({ ...Version, settings: OfferSettings })).meta(says("Newest first.")),
  })
  .meta({ id: "OfferSettingsHistory" });
export type BuyerSettingsHistory = z.output<typeof BuyerSettingsHistory>;
export type OfferSettingsHistory = z.output<typeof OfferSettingsHistory>;
