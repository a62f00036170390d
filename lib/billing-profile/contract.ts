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
  legal_name: text(0, 200).meta(says("Name on statements. Leave it empty to use the display name.", "Brightside LLC")),
  address: z
    .array(text(1, 200))
    .max(6, "Enter at most 6 lines.")
    .meta(says("Lines of the postal address.", ["12 Elm Street", "Denver, CO 80202"])),
  tax_id: text(0, 60).meta(says("Tax ID.", "84-5550142")),
  email: text(0, 254)
    .refine((value) => value === "" || /^[^\s@]+@[^\s@]+$/.test(value), EMAIL_SENTENCE)
    .meta(says("Email address for statements.", "books@brightside.test")),
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
    name: text(1, 100, "Enter a name.").meta(says("Name of the tax on statements.", "Sales tax")),
    percent: z
      .string({ error: PERCENT_SENTENCE })
      .regex(/^([0-9]{1,2}(\.[0-9]{1,4})?|100(\.0{1,4})?)$/, asks("Enter a rate.", PERCENT_SENTENCE))
      .meta(
        says(
          "Rate in percent, with up to four decimals. It applies to charges less credits, or payouts less clawbacks. Credits and clawbacks of an earlier statement use that statement's rate.",
          "8.875",
        ),
      ),
  })
  .meta({ id: "TaxLine" });

const Credit = z
  .discriminatedUnion(
    "kind",
    [
      z.strictObject({ kind: z.literal("none").meta(says("No limit.", "none")) }),
      z.strictObject({
        kind: z.literal("prepaid").meta(says("The buyer can use only what it has paid in advance.", "prepaid")),
      }),
      z.strictObject({
        kind: z.literal("limit").meta(says("The buyer can owe up to `amount`.", "limit")),
        amount: MoneyText.meta(
          says("Most that the buyer can owe. Decimal amount in the company's currency.", "5000.00"),
        ),
      }),
    ],
    { error: 'Write { "kind": "none" }, { "kind": "prepaid" } or { "kind": "limit", "amount" }.' },
  )
  .meta(
    says("Buyers only: the credit at which the buyer stops being available for calls.", {
      kind: "limit",
      amount: "5000.00",
    }),
  );

/** How a party is invoiced or paid. */
const terms = {
  cycle: z
    .enum(CYCLES, { error: "Use weekly, biweekly or monthly." })
    .meta(says("Length of a statement's cycle. Weeks begin on Monday.", "monthly")),
  net_days: whole(0, 365).meta(says("Days from issue until a statement is due.", 30)),
  tax_lines: z.array(TaxLine).max(5, "Add at most 5.").meta(says("Taxes that statements add.")),
  credit: Credit,
  hold_days: whole(0, 365).meta(says("Traffic sources only: days until a payout can be paid.", 14)),
  minimum_payment: MoneyText.meta(
    says("Traffic sources only: smallest amount that is paid. Decimal amount in the company's currency.", "50.00"),
  ),
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

const Ok = z.literal(200).meta(says("HTTP status.", 200));
const Version = whole(0, 999_999_999).meta(
  says("Version that your edit is based on; 0 if none has been saved. If a newer version exists, you get a 409.", 2),
);

export const BillingProfileVersion = z
  .object({
    version: z.number().int().meta(says("Version number, counted from 1 for each party.", 2)),
    created_at: z
      .string()
      .meta({ format: "date-time", ...says("When the version was saved.", "2026-11-23T10:43:00.000Z") }),
    actor: z
      .object({
        type: z.string().meta(says("`member`, `api_key`, or `system`.", "member")),
        name: z.string().nullable().meta(says("Name of the member or API key.", "Ana Ruiz")),
      })
      .meta(says("Who saved the version.")),
    profile: BillingProfile.meta(says("Profile as saved in this version.")),
  })
  .meta({ id: "BillingProfileVersion" });
export type BillingProfileVersion = z.output<typeof BillingProfileVersion>;

export const BillingProfileAnswer = z
  .object({
    status: Ok,
    party: z
      .object({
        type: z.enum(["buyer", "traffic_source"]).meta(says("Type of the party.", "buyer")),
        id: z.number().int().meta(says("ID of the buyer or traffic source.", 7)),
        name: z.string().meta(says("Name of the buyer or traffic source.", "Brightside Solar")),
      })
      .meta(says("Buyer or traffic source that the profile belongs to.")),
    currency: z.string().meta(says("Company currency, as an ISO 4217 code.", "USD")),
    version: z.number().int().meta(says("Version in force; 0 if none has been saved.", 2)),
    profile: BillingProfile.meta(says("Profile in force.")),
    history: z.array(BillingProfileVersion).meta(says("Versions, newest first, up to 50.")),
  })
  .meta({ id: "BillingProfileAnswer" });
export type BillingProfileAnswer = z.output<typeof BillingProfileAnswer>;

export const BillingProfileUpdate = z
  .strictObject({
    version: Version,
    profile: BillingProfileChange.meta(says("Fields to change. Omitted fields keep their values.")),
  })
  .meta({ id: "BillingProfileUpdate" });
export type BillingProfileUpdate = z.output<typeof BillingProfileUpdate>;

/** The company's own details on its statements. */
export const BillingDetails = z.strictObject(detailsAtFirst).meta({ id: "BillingDetails" });
export type BillingDetails = z.output<typeof BillingDetails>;

export const BillingDetailsUpdate = z.strictObject(details).partial().meta({ id: "BillingDetailsUpdate" });
export type BillingDetailsUpdate = z.output<typeof BillingDetailsUpdate>;

export const BillingDetailsAnswer = z
  .object({ status: Ok, details: BillingDetails.meta(says("Details that new statements show.")) })
  .meta({ id: "BillingDetailsAnswer" });
export type BillingDetailsAnswer = z.output<typeof BillingDetailsAnswer>;
