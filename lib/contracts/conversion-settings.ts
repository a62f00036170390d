import { z } from "zod";
import { OPERATORS } from "@/lib/domain/evaluation/condition";
import { isTimeZone } from "@/lib/domain/evaluation/time-zone";
import { says } from "./says";
import { MoneyText, TimeText, text } from "./scalars";

/** One schema for what is sent, stored and answered: numbers may arrive as the text they were written as. */
function whole(atLeast: number, atMost: number) {
  const sentence = `Write a whole number from ${atLeast} to ${atMost}.`;
  return z
    .union([z.number(), z.string().regex(/^[0-9]{1,15}$/, sentence)], { error: sentence })
    .transform(Number)
    .refine((value) => Number.isInteger(value) && value >= atLeast && value <= atMost, sentence)
    .meta({ type: "integer", minimum: atLeast, maximum: atMost });
}

const YES_OR_NO = "Write true or false.";
const Flag = z
  .union([z.boolean(), z.enum(["true", "false"])], { error: YES_OR_NO })
  .transform((value) => value === true || value === "true")
  .meta({ type: "boolean" });

const Id = whole(1, Number.MAX_SAFE_INTEGER);
const Seconds = whole(0, 86_400 * 366);
const Basis = z.enum(["connected", "total"], { error: "Write connected or total." });
const TokenName = z.string({ error: "Write the name of a token." }).regex(/^[a-z][a-z0-9_]{0,63}$/, {
  error: "Token names are lowercase letters, digits and underscores, and begin with a letter.",
});
const Operator = z.enum(OPERATORS, { error: `Write one of ${OPERATORS.join(", ")}.` });

const CONDITIONS_DEEP = 6;
const CONDITIONS_A_RULE = 100;

/** What is asked of one token. */
export const TokenCondition = z
  .strictObject({
    token: TokenName.meta(says("The token asked about.", "appointment_booked")),
    operator: Operator.meta(says("How it is compared.", "equals")),
    values: z
      .array(text(0, 1000))
      .max(200)
      .default([])
      .meta(says("One text; several for in and not_in.", ["true"])),
  })
  .superRefine(({ operator, values }, check) => {
    const none = operator === "exists" || operator === "missing";
    const several = operator === "in" || operator === "not_in";
    if (none && values.length > 0) check.addIssue({ code: "custom", path: ["values"], message: "Leave this empty." });
    if (!none && values.length === 0)
      check.addIssue({ code: "custom", path: ["values"], message: "Write what to compare with." });
    if (!none && !several && values.length > 1)
      check.addIssue({ code: "custom", path: ["values"], message: "Write one value." });
  })
  .meta({ id: "TokenCondition" });
export type TokenCondition = z.output<typeof TokenCondition>;

export type Condition = TokenCondition | { all: Condition[] } | { any: Condition[] };
const Nested: z.ZodType<Condition, unknown> = z.lazy(() => z.union([TokenCondition, AllOf, AnyOf]));
const AllOf = z.strictObject({ all: z.array(Nested).max(CONDITIONS_A_RULE).meta(says("Each of these has to hold.")) });
const AnyOf = z.strictObject({ any: z.array(Nested).max(CONDITIONS_A_RULE).meta(says("One of these has to hold.")) });

/** Conditions on tokens, nested: all of them, or any of them. */
export const Condition = z
  .union([AllOf, AnyOf], { error: 'Write { "all": […] } or { "any": […] } with conditions on tokens.' })
  .refine((condition) => depthOf(condition) <= CONDITIONS_DEEP, `Nest conditions at most ${CONDITIONS_DEEP} deep.`)
  .refine((condition) => countOf(condition) <= CONDITIONS_A_RULE, `Write at most ${CONDITIONS_A_RULE} conditions.`)
  .meta({ id: "Condition" });

function depthOf(condition: Condition): number {
  const inner = innerOf(condition);
  return inner === null ? 0 : 1 + Math.max(0, ...inner.map(depthOf));
}

function countOf(condition: Condition): number {
  const inner = innerOf(condition);
  return inner === null ? 1 : inner.reduce((sum, each) => sum + countOf(each), 0);
}

function innerOf(condition: Condition): readonly Condition[] | null {
  if ("all" in condition) return condition.all;
  return "any" in condition ? condition.any : null;
}

const CLOCK = "Write a time of the day such as 09:00.";
const OpenHours = z
  .strictObject({
    weekday: whole(0, 6).meta(says("0 is Sunday, 6 is Saturday.", 1)),
    open: z
      .string({ error: CLOCK })
      .regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, CLOCK)
      .meta(says("Opens.", "09:00")),
    close: z
      .string({ error: CLOCK })
      .regex(/^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$/, CLOCK)
      .meta(says("Closes; this minute is outside. Up to 24:00; not after the opening means the next day.", "17:00")),
  })
  .meta({ id: "OpenHours" });

export const BusinessHours = z
  .strictObject({
    time_zone: z
      .string({ error: "Write an IANA time zone such as America/Denver." })
      .refine(isTimeZone, "Write an IANA time zone such as America/Denver.")
      .meta(says("Whose wall clock counts.", "America/Denver")),
    rows: z.array(OpenHours).max(200).meta(says("Rows add up; none means always open.")),
  })
  .meta({ id: "BusinessHours" });
export type BusinessHours = z.output<typeof BusinessHours>;

const FixedAmount = z.strictObject({ kind: z.literal("fixed"), amount: MoneyText });
const TokenAmount = z.strictObject({
  kind: z.literal("token"),
  token: TokenName,
  minimum: MoneyText,
  maximum: MoneyText,
});
export const RuleAmount = z
  .discriminatedUnion("kind", [FixedAmount, TokenAmount], {
    error: 'Write { "kind": "fixed", "amount" } or { "kind": "token", "token", "minimum", "maximum" }.',
  })
  .refine(
    (amount) => amount.kind === "fixed" || Number(amount.minimum) <= Number(amount.maximum),
    "The maximum has to be at least the minimum.",
  );
export type RuleAmount = z.output<typeof RuleAmount>;

export const Rule = z
  .strictObject({
    id: Id.nullable().default(null).meta(says("The rule's number; null for a new one, which gets one.", 2)),
    name: text(1, 200).meta(says("What people call it.", "Appointment booked")),
    enabled: Flag.default(true).meta(says("A rule that is paused is passed over.", true)),
    condition: Condition.default({ all: [] }),
    hours: z
      .union([z.literal("owner"), BusinessHours])
      .nullable()
      .default(null)
      .meta(says("Only within these hours; owner: the buyer's or the offer's business hours; null: always.")),
    minimum_duration: z
      .strictObject({
        basis: Basis.meta(says("Seconds from the answer of the buyer, or from the start.", "connected")),
        seconds: Seconds.meta(says("Exactly so many are enough.", 60)),
      })
      .nullable()
      .default(null)
      .meta(says("At least this long.", { basis: "connected", seconds: 60 })),
    duplicates: z
      .strictObject({
        seconds: whole(1, 86_400 * 366).meta(
          says("How far back; exactly so many seconds apart is outside.", 2_592_000),
        ),
        counts: z
          .enum(["converted", "connected", "any"], { error: "Write converted, connected or any." })
          .meta(says("Which earlier calls make a duplicate.", "converted")),
      })
      .nullable()
      .default(null)
      .meta(
        says("Not if the same caller called within so many seconds before.", { seconds: 2592000, counts: "converted" }),
      ),
    amount: RuleAmount.nullable().default(null).meta(says("What it charges or pays; null: by the terms.")),
  })
  .meta({ id: "Rule" });
export type Rule = z.output<typeof Rule>;

export const Phrase = z
  .strictObject({
    text: text(1, 300).meta(says("Whole words, whatever their case and accents.", "book it")),
    speaker: text(1, 50).nullable().default(null).meta(says("Whose words count; null: anybody's.", "customer")),
    excluding: z
      .array(text(1, 300))
      .max(50)
      .default([])
      .meta(says("Not where it is part of these.", ["don't book it"])),
  })
  .meta({ id: "Phrase" });
export type Phrase = z.output<typeof Phrase>;

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
          .enum(["accepted", "bounded", "ignored"], { error: "Write accepted, bounded or ignored." })
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
const Price = z
  .strictObject({
    offer_id: Id.nullable().default(null).meta(says("For this offer alone; null: the default.", 3)),
    amount: MoneyText.meta(says("What a conversion costs the buyer.", "15.00")),
  })
  .meta({ id: "Price" });
/** What an offer pays for a call: by default, or to one source; an amount, or a share of the charge. */
const Payout = z
  .strictObject({
    traffic_source_id: Id.nullable().default(null).meta(says("To this source alone; null: the default.", 9)),
    amount: MoneyText.nullable().default(null).meta(says("What a conversion earns; null where it is a share.", "6.00")),
    percent: z
      .string({ error: "Write a percentage such as 60 or 62.5." })
      .regex(/^[0-9]{1,5}(\.[0-9]{1,2})?$/, "Write a percentage such as 60 or 62.5.")
      .nullable()
      .default(null)
      .meta(says("The share of the charge in percent; null where it is an amount.", "60")),
    minimum: MoneyText.nullable().default(null).meta(says("Of a share: at least this.", "2.00")),
    maximum: MoneyText.nullable().default(null).meta(says("Of a share: at most this.", "20.00")),
  })
  .refine(({ amount, percent }) => (amount === null) !== (percent === null), "Write an amount or a percentage.")
  .refine(({ percent, minimum, maximum }) => percent !== null || (minimum === null && maximum === null), {
    path: ["minimum"],
    error: "Bounds belong to a percentage.",
  })
  .refine(({ minimum, maximum }) => minimum === null || maximum === null || Number(minimum) <= Number(maximum), {
    path: ["maximum"],
    error: "The maximum has to be at least the minimum.",
  })
  .meta({ id: "Payout" });
export type Price = z.output<typeof Price>;
export type Payout = z.output<typeof Payout>;

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

/** Who edited the settings, when, and what they were then. */
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

/** A draft tried on the calls of the last days: nothing is saved. */
const days = { days: whole(1, 400).default(30).meta(says("Calls that started within so many days.", 30)) };
export const SimulateBuyer = z
  .strictObject({
    settings: BuyerSettings.meta(says("The whole document: what is left out takes its default.")),
    ...days,
  })
  .meta({ id: "SimulateBuyer" });
export const SimulateOffer = z
  .strictObject({
    settings: OfferSettings.meta(says("The whole document: what is left out takes its default.")),
    ...days,
  })
  .meta({ id: "SimulateOffer" });

/** Settings that were dated back are applied to past calls only when somebody asks for it. */
export const EvaluatePast = z
  .strictObject({
    ...days,
    preview: Flag.optional().meta(says("Only tell what it would do; nothing is saved.", true)),
  })
  .meta({ id: "EvaluatePast" });
export type EvaluatePast = z.output<typeof EvaluatePast>;
export const EvaluatedPast = z
  .object({
    status: Ok,
    calls: z.number().int().meta(says("How many calls were judged again.", 1200)),
    changed: z.number().int().meta(says("How many of them stand otherwise now.", 14)),
    proposed: z.number().int().meta(says("How many decisions would fall: they wait in the inbox.", 2)),
    currency: z.string().meta(says("ISO 4217 code of the company's currency.", "USD")),
    revenue: z.string().optional().meta(says("By how much buyers owe more for these calls.", "180.00")),
    payout: z.string().optional().meta(says("By how much traffic sources earn more for them.", "108.00")),
  })
  .meta({ id: "EvaluatedPast" });
export type EvaluatedPast = z.output<typeof EvaluatedPast>;

const Totals = z.object({
  calls: z.number().int().meta(says("Calls that started within the days.", 412)),
  conversions: z.number().int().meta(says("Of them converted on this side.", 120)),
  revenue: z.string().optional().meta(says("What the buyers owe for them.", "1800.00")),
  payout: z.string().optional().meta(says("What the traffic sources earn for them.", "1080.00")),
  margin: z.string().optional().meta(says("Revenue less payout.", "720.00")),
});
const stands = {
  converted: z.boolean().meta(says("Whether this side is converted.", true)),
  amount: z.string().optional().meta(says("Revenue or payout, for those who may read it.", "15.00")),
};
export const Simulation = z
  .object({
    status: Ok,
    currency: z.string().meta(says("The currency of all amounts.", "USD")),
    before: Totals.meta(says("As the calls stand now.")),
    after: Totals.meta(says("As the draft would have them; explicit statements and locks stay.")),
    differing: z.number().int().meta(says("How many calls would stand differently.")),
    calls: z
      .array(
        z.object({
          id: z.number().int().meta(says("The call's number.", 1042)),
          uuid: z.string().meta(says("The call's uuid.")),
          started_at: z.string().meta(says("When it started.")),
          before: z.object(stands).meta(says("As it stands.")),
          after: z
            .object({
              ...stands,
              by: z.string().nullable().meta(says("The rule or mechanism that converts it.", "Duration")),
            })
            .meta(says("As the draft would have it.")),
        }),
      )
      .meta(says("The first hundred of them, newest first.")),
  })
  .meta({ id: "Simulation" });
export type Simulation = z.output<typeof Simulation>;
