import { z } from "zod";
import { says } from "@/lib/platform/contract/says";
import { MoneyText } from "@/lib/platform/contract/scalars";
import { BusinessHours, Phrase, Rule, TokenCondition } from "./rule";
import { Basis, Flag, Id, Seconds, whole } from "./settings-scalars";

const Duration = z
  .strictObject({
    enabled: Flag.meta(says("Whether it converts calls.", true)),
    basis: Basis.default("connected").meta(
      says("Seconds from the answer of the buyer, or from the start.", "connected"),
    ),
    longer_than_seconds: Seconds.meta(says("Strictly longer: with 90 the first converting second is 91.", 90)),
  })
  .meta({ id: "DurationSetting" });

const VoiceAgent = z
  .strictObject({
    enabled: Flag.meta(says("Whether it converts calls.", true)),
    phrases: z.array(Phrase).max(200).default([]).meta(says("One of them has to be said.")),
    tokens: z.array(TokenCondition).max(200).default([]).meta(says("Or one of these has to hold.")),
  })
  .meta({ id: "VoiceAgentSetting" });

const RULES = 500;
const shared = {
  active: Flag.default(true).meta(says("False pauses every automatic mechanism of this side.", true)),
  business_hours: BusinessHours.nullable().default(null).meta(says("When it is open; null: always.")),
  duration: Duration.default({ enabled: false, basis: "connected", longer_than_seconds: 90 }),
  converts_when_dialled: Flag.default(false).meta(says("Every call converts as soon as it is known.", false)),
  rules: z.array(Rule).max(RULES).default([]).meta(says("In order: the first that holds converts.")),
  voice_agent: VoiceAgent.default({ enabled: false, phrases: [], tokens: [] }),
};

export const BuyerSettings = z
  .strictObject({
    ...shared,
    webhook: z
      .strictObject({ enabled: Flag.meta(says("Whether it may.", true)) })
      .default({ enabled: true })
      .meta(says("Whether the buyer may post to its own address.")),
    statements: z
      .strictObject({
        revenue: z
          .enum(["accepted", "bounded", "ignored"], { error: "Use accepted, bounded or ignored." })
          .meta(says("What becomes of an amount it states: outside the bounds it waits in the inbox.", "accepted")),
        minimum: MoneyText.nullable().default(null).meta(says("The least it may state; null: no bound.", "5.00")),
        maximum: MoneyText.nullable().default(null).meta(says("The most it may state; null: no bound.", "50.00")),
        take_back_days: whole(0, 3660)
          .nullable()
          .default(null)
          .meta(says("Until so many days after the call; null: for ever.", 30)),
      })
      .default({ revenue: "accepted", minimum: null, maximum: null, take_back_days: null })
      .meta(says("What the buyer's token and webhook may say.")),
  })
  .meta({ id: "BuyerSettings" });
export type BuyerSettings = z.output<typeof BuyerSettings>;

export const OfferSettings = z
  .strictObject({
    ...shared,
    converts_with_buyer: Flag.default(false).meta(
      says("An offer side nobody decided goes where the buyer side goes.", false),
    ),
  })
  .meta({ id: "OfferSettings" });
export type OfferSettings = z.output<typeof OfferSettings>;

export type ConversionSettings = BuyerSettings | OfferSettings;

/** What a buyer pays for a call: by default, or for one offer. */
export const Price = z
  .strictObject({
    offer_id: Id.nullable().default(null).meta(says("For this offer alone; null: the default.", 3)),
    amount: MoneyText.meta(says("What a conversion costs the buyer.", "15.00")),
  })
  .meta({ id: "Price" });
/** What an offer pays for a call: by default, or to one traffic source; an amount, or a share of the charge. */
export const Payout = z
  .strictObject({
    traffic_source_id: Id.nullable().default(null).meta(says("To this source alone; null: the default.", 9)),
    amount: MoneyText.nullable().default(null).meta(says("What a conversion earns; null where it is a share.", "6.00")),
    percent: z
      .string({ error: "Enter a percentage such as 60 or 62.5." })
      .regex(/^[0-9]{1,5}(\.[0-9]{1,2})?$/, "Enter a percentage such as 60 or 62.5.")
      .nullable()
      .default(null)
      .meta(says("The share of the charge in percent; null where it is an amount.", "60")),
    minimum: MoneyText.nullable().default(null).meta(says("Of a share: at least this.", "2.00")),
    maximum: MoneyText.nullable().default(null).meta(says("Of a share: at most this.", "20.00")),
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
