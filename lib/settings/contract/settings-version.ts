import { z } from "zod";
import { says } from "@/lib/platform/contract/says";
import { TimeText, text } from "@/lib/platform/contract/scalars";
import { BuyerSettings, OfferSettings, Payout, Price } from "./conversion-settings";
import { whole } from "./settings-scalars";

const edit = {
  valid_from: TimeText.optional().meta(
    says(
      "When the version takes effect, for calls that start from then on. Defaults to now. It can't be earlier than that of the previous version.",
    ),
  ),
  version: whole(0, 2_000_000_000).meta(
    says("Version that your edit is based on. If a newer version exists, you get a 409.", 3),
  ),
  note: text(1, 500).optional().meta(says("Note, shown in the history.", "Summer prices")),
};
export const BuyerSettingsUpdate = z
  .strictObject({
    ...edit,
    settings: BuyerSettings.meta(says("All settings. Omitted fields take their defaults.")),
    prices: z
      .array(Price)
      .max(1000)
      .optional()
      .meta(says("The complete list of prices. Omit it to leave prices unchanged.")),
  })
  .meta({ id: "BuyerSettingsUpdate" });
export const OfferSettingsUpdate = z
  .strictObject({
    ...edit,
    settings: OfferSettings.meta(says("All settings. Omitted fields take their defaults.")),
    payouts: z
      .array(Payout)
      .max(1000)
      .optional()
      .meta(says("The complete list of payouts. Omit it to leave payouts unchanged.")),
  })
  .meta({ id: "OfferSettingsUpdate" });
export type BuyerSettingsUpdate = z.output<typeof BuyerSettingsUpdate>;
export type OfferSettingsUpdate = z.output<typeof OfferSettingsUpdate>;

/** Null would say that there is no amount. */
const amounts_hidden = z
  .literal(true)
  .optional()
  .meta(says("Always true: you can't read amounts. Those of rules and limits are null."));

const Ok = z.literal(200).meta(says("HTTP status.", 200));
const stored = {
  status: Ok,
  id: z.number().int().meta(says("ID of the buyer or offer.", 7)),
  name: z.string().meta(says("Name of the buyer or offer.", "Brightside Solar")),
  version: z.number().int().meta(says("Version number; 0 if none has been saved.", 3)),
  valid_from: z
    .string()
    .nullable()
    .meta(says("When the version takes effect, for calls that start from then on. Null if none has been saved.")),
  currency: z.string().meta(says("Company currency, as an ISO 4217 code.", "USD")),
  warnings: z
    .array(z.string())
    .meta(says("Warnings about unusual but valid settings, such as rules that can never apply.")),
};
export const BuyerSettingsAnswer = z
  .object({
    ...stored,
    settings: BuyerSettings,
    prices: z
      .array(Price)
      .optional()
      .meta(says("Prices in force, the default first. Omitted without the permission `call.revenue: read`.")),
    amounts_hidden,
  })
  .meta({ id: "BuyerSettingsAnswer" });
export const OfferSettingsAnswer = z
  .object({
    ...stored,
    settings: OfferSettings,
    payouts: z
      .array(Payout)
      .optional()
      .meta(says("Payouts in force, the default first. Omitted without the permission `call.payout: read`.")),
    amounts_hidden,
  })
  .meta({ id: "OfferSettingsAnswer" });
export type BuyerSettingsAnswer = z.output<typeof BuyerSettingsAnswer>;
export type OfferSettingsAnswer = z.output<typeof OfferSettingsAnswer>;

/** Who saved the settings, when, and the settings. */
const Version = {
  version: z.number().int().meta(says("Version number.", 3)),
  valid_from: z.string().meta(says("When the version takes effect, for calls that start from then on.")),
  by: z
    .object({
      type: z.string().meta(says("One of member, api_key, or system.", "member")),
      name: z.string().nullable().meta(says("Name of the member or API key. Null if it no longer exists.", "Ana Ruiz")),
    })
    .meta(says("Who saved the version.")),
  note: z.string().nullable().meta(says("Note, if any.", "Summer prices")),
};
export const BuyerSettingsHistory = z
  .object({
    status: Ok,
    versions: z.array(z.object({ ...Version, settings: BuyerSettings })).meta(says("Versions, newest first.")),
    amounts_hidden,
  })
  .meta({ id: "BuyerSettingsHistory" });
export const OfferSettingsHistory = z
  .object({
    status: Ok,
    versions: z.array(z.object({ ...Version, settings: OfferSettings })).meta(says("Versions, newest first.")),
    amounts_hidden,
  })
  .meta({ id: "OfferSettingsHistory" });
export type BuyerSettingsHistory = z.output<typeof BuyerSettingsHistory>;
export type OfferSettingsHistory = z.output<typeof OfferSettingsHistory>;
