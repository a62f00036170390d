import { z } from "zod";
import { says } from "@/lib/platform/contract/says";

const Party = z
  .object({
    id: z.number().int().meta(says("ID of the buyer or traffic source.", 7)),
    name: z.string().meta(says("Name of the buyer or traffic source.", "Brightside Solar")),
  })
  .nullable();
const Time = z.string().meta({ format: "date-time" });

/** Present only if the change affected it. */
export function moved<T extends z.ZodType>(value: T, what: string) {
  return z
    .object({ from: value.meta(says("Value before the change.")), to: value.meta(says("Value after the change.")) })
    .optional()
    .meta(says(what));
}

const Who = z.object({
  type: z.string().meta(says("`member`, `api_key`, `secure_token`, `webhook`, or `system`.", "secure_token")),
  name: z.string().meta(says("Name of the member, API key, secure token, or webhook.", "Buyers' systems")),
});
const Rule = z
  .object({
    id: z.number().int().meta(says("ID of the rule.", 2)),
    name: z.string().nullable().meta(says("Name of the rule at that time. Null if it isn't known.", "Booked")),
  })
  .optional();
const EvaluationNumber = z.number().int().optional();

/** One change: the fields that it affected, as far as the reader may read them. */
export const Change = z
  .object({
    version: z.number().int().meta(says("Version of the call after the change.", 1)),
    changed_at: Time.meta(says("When the change was saved.", "2026-11-23T10:46:00.000Z")),
    occurred_at: Time.nullable().meta(says("When it happened, if the sender said so.", null)),
    mechanism: z
      .string()
      .meta(says("Mechanism, such as `manual`, `api`, or `secure_api`. New mechanisms may be added.", "secure_api")),
    actor: Who.meta(says("Who made the change.")),
    reason: z.string().nullable().optional().meta(says("Reason, if one was sent.", null)),
    buyer_converted: moved(z.boolean(), "Conversion flag of the buyer side."),
    offer_converted: moved(z.boolean(), "Conversion flag of the offer side."),
    buyer_decided: moved(z.string().nullable(), "Mechanism that decided the buyer side."),
    offer_decided: moved(z.string().nullable(), "Mechanism that decided the offer side."),
    buyer_locked: moved(z.boolean(), "Lock of the buyer side."),
    offer_locked: moved(z.boolean(), "Lock of the offer side."),
    buyer: moved(Party, "Buyer of the call."),
    traffic_source: moved(Party, "Traffic source of the call."),
    revenue: moved(z.string(), "Revenue. Decimal amount in the company's currency."),
    payout: moved(z.string(), "Payout. Decimal amount in the company's currency."),
    buyer_rule: Rule.meta(says("Rule that converted or priced the buyer side in this change.")),
    offer_rule: Rule.meta(says("Rule that converted or priced the offer side in this change.")),
    buyer_evaluation: EvaluationNumber.meta(says("Number of the buyer side's evaluation that caused the change.", 1)),
    offer_evaluation: EvaluationNumber.meta(says("Number of the offer side's evaluation that caused the change.", 1)),
  })
  .meta({ id: "Change", ...says("Change of a call, with the changed fields that you can read.") });
export type Change = z.infer<typeof Change>;

export const TokenChange = z
  .object({
    changed_at: Time.meta(says("When the token was set.", "2026-11-23T10:46:00.000Z")),
    actor: Who.meta(says("Who made the change.")),
    mechanism: z
      .string()
      .meta(says("Mechanism, such as `manual`, `api`, or `secure_api`. New mechanisms may be added.", "api")),
    name: z.string().meta(says("Name of the token.", "zip")),
    from: z.string().nullable().meta(says("Previous value. Null if the token wasn't set.", "80202")),
    to: z.string().meta(says("New value.", "80203")),
  })
  .meta({ id: "TokenChange", ...says("Change of a token.") });
export type TokenChange = z.infer<typeof TokenChange>;

export const ChangeList = z
  .object({
    status: z.literal(200).meta(says("HTTP status.", 200)),
    changes: z.array(Change).meta(says("Changes, newest first.")),
    token_changes: z
      .array(TokenChange)
      .optional()
      .meta(says("Changes of tokens, newest first. Omitted if you can't read tokens.")),
  })
  .meta({ id: "ChangeList" });
export type ChangeList = z.infer<typeof ChangeList>;
