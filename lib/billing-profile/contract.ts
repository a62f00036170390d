import { z } from "zod";
import { says } from "@/lib/platform/contract/says";
import { asks, MoneyText, text } from "@/lib/platform/contract/scalars";
import { CYCLES } from "./domain/cycles";

function whole(atLeast: number, atMost: number) {
  const sentence = `Enter a whole number from ${atLeast} to ${atMost}.`;
  return z
    .union([z.number(), z.string().regex(/^[0-9]{1,9}$/, sentence)], { error: sentence })
    .transform(Number)
    .refine((value) => Number.isInteger(value) && value >= atLeast && value <= atMost, sentence)
    .meta({ type: "integer", minimum: atLeast, maximum: atMost });
}

const EMAIL_SENTENCE = "Enter an email address such as books@brightside.test, or leave it blank.";

/** Name and address on a statement. Empty fields are not printed. */
const details = {
  legal_name: text(0, 200).meta(says("As it stands on statements; empty: its name here.", "Brightside LLC")),
  address: z
    .array(text(1, 200))
    .max(6, "Enter at most 6 lines.")
    .meta(says("Lines of the address.", ["12 Elm Street", "Denver, CO 80202"])),
  tax_id: text(0, 60).meta(says("Number by which tax authorities know it.", "84-5550142")),
  email: text(0, 254)
    .refine((value) => value === "" || /^[^\s@]+@[^\s@]+$/.test(value), EMAIL_SENTENCE)
    .meta(says("Where statements go.", "books@brightside.test")),
};

const detailsAtFirst = {
  legal_name: details.legal_name.default(""),
  address: details.address.default([]),
  tax_id: details.tax_id.default(""),
  email: details.email.default(""),
};

const PERCENT_SENTENCE = "Enter a percentage such as 8.875, up to 100 and with at most four decimals.";

const TaxLine = z
  .strictObject({
    name: text(1, 100, "Enter a name.").meta(says("What it is called on statements.", "Sales tax")),
    percent: z
      .string({ error: PERCENT_SENTENCE })
      .regex(/^([0-9]{1,2}(\.[0-9]{1,4})?|100(\.0{1,4})?)$/, asks("Enter a rate.", PERCENT_SENTENCE))
      .meta(
        says(
          "Of the charges less the credits, or of the payouts less the clawbacks; up to four decimals. What takes back an earlier statement's is taxed as that was.",
          "8.875",
        ),
      ),
  })
  .meta({ id: "TaxLine" });

const Credit = z
  .discriminatedUnion(
    "kind",
    [
      z.strictObject({ kind: z.literal("none").meta(says("Nothing is looked at.", "none")) }),
      z.strictObject({ kind: z.literal("prepaid").meta(says("Only what has been paid may be used.", "prepaid")) }),
      z.strictObject({
        kind: z.literal("limit").meta(says("It may owe so much.", "limit")),
        amount: MoneyText.meta(says("How much it may owe.", "5000.00")),
      }),
    ],
    { error: 'Write { "kind": "none" }, { "kind": "prepaid" } or { "kind": "limit", "amount" }.' },
  )
  .meta(says("For buyers alone: until when it is available.", { kind: "limit", amount: "5000.00" }));

/** How a party is invoiced or paid. */
const terms = {
  cycle: z
    .enum(CYCLES, { error: "Use weekly, biweekly or monthly." })
    .meta(says("How long a statement's cycle is; weeks begin on Monday.", "monthly")),
  net_days: whole(0, 365).meta(says("Due so many days after it was issued.", 30)),
  tax_lines: z.array(TaxLine).max(5, "Add at most 5.").meta(says("Taxes that its statements add.")),
  credit: Credit,
  hold_days: whole(0, 365).meta(says("For traffic sources alone: days until what was earned may be paid.", 14)),
  minimum_payment: MoneyText.meta(says("For traffic sources alone: less is not paid.", "50.00")),
};

/** How a buyer is invoiced or a traffic source is paid. `{}` gives the defaults. */
export const BillingProfile = z
  .strictObject({
    ...detailsAtFirst,
    cycle: terms.cycle.default("monthly"),
    net_days: terms.net_days.default(30),
    tax_lines: terms.tax_lines.default([]),
    credit: terms.credit.default({ kind: "none" }),
    hold_days: terms.hold_days.default(0),
    minimum_payment: terms.minimum_payment.default("0.00"),
  })
  .meta({ id: "BillingProfile" });
export type BillingProfile = z.output<typeof BillingProfile>;

/** No defaults: they would overwrite the values in force. */
const BillingProfileChange = z
  .strictObject({ ...details, ...terms })
  .partial()
  .meta({ id: "BillingProfileChange" });

const Ok = z.literal(200).meta(says("The HTTP status.", 200));
const Version = whole(0, 999_999_999).meta(
  says("The version that these were made from; 0 where none was saved yet. Another one in between: 409.", 2),
);

export const BillingProfileVersion = z
  .object({
    version: z.number().int().meta(says("Counting from 1 at each party.", 2)),
    created_at: z.string().meta({ format: "date-time", ...says("When it was saved.", "2026-11-23T10:43:00.000Z") }),
    actor: z
      .object({
        type: z.string().meta(says("member, api_key or system.", "member")),
        name: z.string().nullable().meta(says("Who it was.", "Ana Ruiz")),
      })
      .meta(says("Who saved it.")),
    profile: BillingProfile.meta(says("As it was saved.")),
  })
  .meta({ id: "BillingProfileVersion" });
export type BillingProfileVersion = z.output<typeof BillingProfileVersion>;

export const BillingProfileAnswer = z
  .object({
    status: Ok,
    party: z
      .object({
        type: z.enum(["buyer", "traffic_source"]).meta(says("Which of the two.", "buyer")),
        id: z.number().int().meta(says("Its number.", 7)),
        name: z.string().meta(says("Its name.", "Brightside Solar")),
      })
      .meta(says("Whose it is.")),
    currency: z.string().meta(says("ISO 4217 code of the company's currency.", "USD")),
    version: z.number().int().meta(says("The version in force; 0 where nobody saved one yet.", 2)),
    profile: BillingProfile.meta(says("What is in force.")),
    history: z.array(BillingProfileVersion).meta(says("Newest first, up to 50.")),
  })
  .meta({ id: "BillingProfileAnswer" });
export type BillingProfileAnswer = z.output<typeof BillingProfileAnswer>;

export const BillingProfileUpdate = z
  .strictObject({
    version: Version,
    profile: BillingProfileChange.meta(says("What changes; what is absent stays as it is.")),
  })
  .meta({ id: "BillingProfileUpdate" });
export type BillingProfileUpdate = z.output<typeof BillingProfileUpdate>;

/** The company's own details on its statements. */
export const BillingDetails = z.strictObject(detailsAtFirst).meta({ id: "BillingDetails" });
export type BillingDetails = z.output<typeof BillingDetails>;

export const BillingDetailsUpdate = z.strictObject(details).partial().meta({ id: "BillingDetailsUpdate" });
export type BillingDetailsUpdate = z.output<typeof BillingDetailsUpdate>;

export const BillingDetailsAnswer = z
  .object({ status: Ok, details: BillingDetails.meta(says("What statements show from now on.")) })
  .meta({ id: "BillingDetailsAnswer" });
export type BillingDetailsAnswer = z.output<typeof BillingDetailsAnswer>;
