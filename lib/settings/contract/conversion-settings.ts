import { z } from "zod";
import { says } from "@/lib/platform/contract/says";
import { MoneyText } from "@/lib/platform/contract/scalars";
import { BusinessHours, Phrase, Rule, TokenCondition } from "./rule";
import { Basis, Flag, Id, Seconds, whole } from "./settings-scalars";

const Duration = z
  .strictObject({
    enabled: Flag.meta(says("True to convert calls with this mechanism.", true)),
    basis: Basis.default("connected").meta(
      says("Measured from the buyer's answer (connected) or from the start (total).", "connected"),
    ),
    longer_than_seconds: Seconds.meta(says("Calls longer than this convert: with 90, from 91 seconds.", 90)),
  })
  .meta({ id: "DurationSetting" });

const VoiceAgent = z
  .strictObject({
    enabled: Flag.meta(says("True to convert calls with this mechanism.", true)),
    phrases: z.array(Phrase).max(200).default([]).meta(says("Phrases that convert the call. One match is enough.")),
    tokens: z
      .array(TokenCondition)
      .max(200)
      .default([])
      .meta(says("Token conditions that convert the call. One match is enough.")),
  })
  .meta({ id: "VoiceAgentSetting" });

const RULES = 500;
const shared = {
  active: Flag.default(true).meta(says("True to let this side convert automatically.", true)),
  business_hours: BusinessHours.nullable().default(null).meta(says("Business hours. Null for always open.")),
  duration: Duration.default({ enabled: false, basis: "connected", longer_than_seconds: 90 }),
  converts_when_dialled: Flag.default(false).meta(says("True to convert every call as soon as it is recorded.", false)),
  rules: z.array(Rule).max(RULES).default([]).meta(says("Rules, in order. The first that holds converts the call.")),
  voice_agent: VoiceAgent.default({ enabled: false, phrases: [], tokens: [] }),
};

export const BuyerSettings = z
  .strictObject({
    ...shared,
    webhook: z
      .strictObject({ enabled: Flag.meta(says("True to accept posts to the buyer's webhook.", true)) })
      .default({ enabled: true })
      .meta(says("Use of the buyer's webhook.")),
    statements: z
      .strictObject({
        revenue: z
          .enum(["accepted", "bounded", "ignored"], { error: "Use accepted, bounded or ignored." })
          .meta(
            says(
              "How to treat the buyer's revenue: accepted, bounded (amounts outside the bounds wait in the inbox), or ignored.",
              "accepted",
            ),
          ),
        minimum: MoneyText.nullable()
          .default(null)
          .meta(says("Smallest amount accepted. Null for no minimum.", "5.00")),
        maximum: MoneyText.nullable()
          .default(null)
          .meta(says("Largest amount accepted. Null for no maximum.", "50.00")),
        take_back_days: whole(0, 3660)
          .nullable()
          .default(null)
          .meta(says("Days after the call within which the buyer can reverse a conversion. Null for no limit.", 30)),
      })
      .default({ revenue: "accepted", minimum: null, maximum: null, take_back_days: null })
      .meta(says("Limits on updates by secure token and webhook.")),
  })
  .meta({ id: "BuyerSettings" });
export type BuyerSettings = z.output<typeof BuyerSettings>;

export const OfferSettings = z
  .strictObject({
    ...shared,
    converts_with_buyer: Flag.default(false).meta(
      says("True to make an undecided offer side follow the buyer side, in both directions.", false),
    ),
  })
  .meta({ id: "OfferSettings" });
export type OfferSettings = z.output<typeof OfferSettings>;

export type ConversionSettings = BuyerSettings | OfferSettings;

/** What a buyer pays for a call: by default, or for one offer. */
export const Price = z
  .strictObject({
    offer_id: Id.nullable()
      .default(null)
      .meta(says("ID of the offer that the price is for. Null for the default price.", 3)),
    amount: MoneyText.meta(says("Price of a conversion. Decimal amount in the company's currency.", "15.00")),
  })
  .meta({ id: "Price" });
/** What an offer pays for a call: by default, or to one traffic source; an amount, or a share of the charge. */
export const Payout = z
  .strictObject({
    traffic_source_id: Id.nullable()
      .default(null)
      .meta(says("ID of the traffic source that the payout is for. Null for the default payout.", 9)),
    amount: MoneyText.nullable()
      .default(null)
      .meta(
        says(
          "Payout for a conversion. Decimal amount in the company's currency. Null if you send a percentage.",
          "6.00",
        ),
      ),
    percent: z
      .string({ error: "Enter a percentage such as 60 or 62.5." })
      .regex(/^[0-9]{1,5}(\.[0-9]{1,2})?$/, "Enter a percentage such as 60 or 62.5.")
      .nullable()
      .default(null)
      .meta(says("Payout in percent of the charge. Null if you send an amount.", "60")),
    minimum: MoneyText.nullable().default(null).meta(says("Smallest payout with percent.", "2.00")),
    maximum: MoneyText.nullable().default(null).meta(says("Largest payout with percent.", "20.00")),
  })
  .refine(({ amount, percent }) => (amount === null) !== (percent === null), "Enter an amount or a percentage.")
  .refine(({ percent, minimum, maximum }) => percent !== null || (minimum === null && maximum === null), {
    path: ["minimum"],
    error: "A minimum and maximum apply only to a percentage.",
  })
  .refine(({ minimum, maximum }) => minimum === null || maximum === null || Number(minimum) <= Number(maximum), {
    path: ["maximum"],
    error: "The maximum must be at least the minimum.",
  })
  .meta({ id: "Payout" });
export type Price = z.output<typeof Price>;
export type Payout = z.output<typeof Payout>;
