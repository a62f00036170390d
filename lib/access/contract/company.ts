import { z } from "zod";
import { says } from "@/lib/platform/contract/says";
import { ApiBoolean, nameText, text } from "@/lib/platform/contract/scalars";

const PASSWORD_CHARACTERS = 12;
const EMAIL_SENTENCE = "Enter an email address such as ana@example.test.";

const CompanyName = nameText(200).meta(says("Name of the company.", "Acme Home Services"));
const Currency = text(3, 3, "Enter a currency such as USD.")
  .toUpperCase()
  .meta(says("ISO 4217 code of the currency of every amount.", "USD"));
const TimeZone = text(1, 64, "Enter a time zone such as America/Denver.").meta(
  says("IANA time zone of the company’s days and months.", "America/Denver"),
);

/** A company and its first owner. */
export const NewCompanyWithOwner = z.strictObject({
  name: CompanyName,
  currency: Currency,
  time_zone: TimeZone,
  owner_name: nameText(200).meta(says("Name of the owner.", "Ana Ruiz")),
  owner_email: z.email(EMAIL_SENTENCE).max(254, EMAIL_SENTENCE).meta(says("Address to sign in with.", "ana@acme.test")),
  owner_password: z
    .string()
    .min(PASSWORD_CHARACTERS, `Enter a password of at least ${PASSWORD_CHARACTERS} characters.`)
    .max(200, "Enter at most 200 characters.")
    .meta(says("Password to sign in with.", "correct horse battery")),
});
export type NewCompanyWithOwner = z.output<typeof NewCompanyWithOwner>;

export const CompanyUpdate = z
  .strictObject({
    name: CompanyName,
    currency: Currency,
    time_zone: TimeZone,
    checklist_dismissed: ApiBoolean.meta(says("True to hide the checklist of the first steps.", false)),
    token_offer_side: ApiBoolean.meta(
      says("True if the company’s secure tokens may update the offer side, too. Buyers’ own tokens never may.", true),
    ),
    deltas_without_key: ApiBoolean.meta(
      says("True if `add_revenue` and `add_payout` may be sent without an Idempotency-Key.", false),
    ),
    second_factor_required: ApiBoolean.meta(
      says("True to let members do nothing until they have a second factor. Requires `members: update`, too.", false),
    ),
  })
  .partial()
  .meta({ id: "CompanyUpdate" });
export type CompanyUpdate = z.output<typeof CompanyUpdate>;

export const CompanyAnswer = z
  .object({
    status: z.literal(200).meta(says("HTTP status.", 200)),
    company: z
      .object({
        id: z.number().int().meta(says("ID of the company.", 1)),
        name: CompanyName,
        currency: z.string().meta(says("ISO 4217 code of the currency of every amount.", "USD")),
        currency_is_fixed: z
          .boolean()
          .meta(
            says("True once there is a buyer, offer, or traffic source, whose amounts are in this currency.", true),
          ),
        time_zone: z.string().meta(says("IANA time zone of the company's days and months.", "America/Denver")),
        rollup_every_minutes: z
          .number()
          .int()
          .meta(says("How often pending entries are posted. Set for the whole installation.", 1)),
        second_factor_required: z.boolean().meta(says("True if every member needs a second factor.", false)),
        checklist_dismissed: z.boolean().meta(says("True if the checklist of the first steps is hidden.", false)),
        deltas_without_key: z
          .boolean()
          .meta(says("True if `add_revenue` and `add_payout` may be sent without an Idempotency-Key.", false)),
        token_offer_side: z
          .boolean()
          .meta(says("True if the company’s secure tokens may update the offer side, too.", true)),
      })
      .meta({ id: "CompanySettings", ...says("The company.") }),
  })
  .meta({ id: "CompanyAnswer" });
export type CompanySettings = z.output<typeof CompanyAnswer>["company"];

/** What the set-up page sends. */
export const SetupRequest = NewCompanyWithOwner.extend({
  code: text(1, 200, "Enter the setup code.").meta(
    says("The code that the server prints when it starts without a company.", "7KQM-2WXF-9RTD-HJ4C-M8PV-Z3NB"),
  ),
}).meta({ id: "SetupRequest" });

export const SetupAnswer = z
  .object({
    status: z.literal(201).meta(says("HTTP status.", 201)),
    company: z
      .object({
        id: z.number().int().meta(says("ID of the company.", 1)),
        name: z.string().meta(says("Name of the company.", "Acme Home Services")),
      })
      .meta(says("The new company.")),
  })
  .meta({ id: "SetupAnswer" });
