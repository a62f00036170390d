import { z } from "zod";
import { says } from "@/lib/platform/contract/says";

const Party = z
  .object({
    id: z.number().int().meta(says("Number.", 7)),
    name: z.string().meta(says("Name.", "Brightside Solar")),
  })
  .nullable();
const Time = z.string().meta({ format: "date-time" });

/** Present only if the change affected it. */
function moved<T extends z.ZodType>(value: T, what: string) {
  return z
    .object({ from: value.meta(says("Before.")), to: value.meta(says("After.")) })
    .optional()
    .meta(says(what));
}

const Who = z.object({
  type: z.string().meta(says("member, api_key, secure_token, webhook or system.", "secure_token")),
  name: z.string().meta(says("The name of the member, key or token.", "Buyers' systems")),
});
const Rule = z
  .object({
    id: z.number().int().meta(says("Number of the rule.", 2)),
    name: z.string().nullable().meta(says("Its name at that time; null where that is not known.", "Booked")),
  })
  .optional();
const EvaluationNumber = z.number().int().optional();

/** One change: the fields that it affected, as far as the reader may read them. */
export const Change = z
  .object({
    version: z.number().int().meta(says("The version that the call got by it.", 1)),
    changed_at: Time.meta(says("When it was saved.", "2026-11-23T10:46:00.000Z")),
    occurred_at: Time.nullable().meta(says("When it became so, where the sender told.", null)),
    mechanism: z.string().meta(says("How: manual, api, secure_api, … Tolerate new ones.", "secure_api")),
    actor: Who.meta(says("Who.")),
    reason: z.string().nullable().optional().meta(says("Why, in the words of who did it.", null)),
    buyer_converted: moved(z.boolean(), "The buyer's flag."),
    offer_converted: moved(z.boolean(), "The traffic source's (offer) flag."),
    buyer_decided: moved(z.string().nullable(), "The mechanism that decided the buyer side."),
    offer_decided: moved(z.string().nullable(), "The mechanism that decided the offer side."),
    buyer_locked: moved(z.boolean(), "The lock of the buyer side."),
    offer_locked: moved(z.boolean(), "The lock of the offer side."),
    buyer: moved(Party, "The buyer of the call."),
    traffic_source: moved(Party, "The traffic source of the call."),
    revenue: moved(z.string(), "What the buyer owes."),
    payout: moved(z.string(), "What the traffic source earns."),
    buyer_rule: Rule.meta(says("The rule that decided or priced the buyer side by this change.")),
    offer_rule: Rule.meta(says("The rule that decided or priced the offer side by this change.")),
    buyer_evaluation: EvaluationNumber.meta(says("The evaluation of the buyer side that it was made by.", 1)),
    offer_evaluation: EvaluationNumber.meta(says("The evaluation of the offer side that it was made by.", 1)),
  })
  .meta({ id: "Change", ...says("One save: what it altered, as far as the reader may read it.") });
export type Change = z.infer<typeof Change>;

export const TokenChange = z
  .object({
    changed_at: Time.meta(says("When it was set.", "2026-11-23T10:46:00.000Z")),
    actor: Who.meta(says("Who.")),
    mechanism: z.string().meta(says("How: manual, api, secure_api, … Tolerate new ones.", "api")),
    name: z.string().meta(says("The token.", "zip")),
    from: z.string().nullable().meta(says("Before; null where it was not set.", "80202")),
    to: z.string().meta(says("After.", "80203")),
  })
  .meta({ id: "TokenChange", ...says("Somebody set a token.") });
export type TokenChange = z.infer<typeof TokenChange>;

export const ChangeList = z
  .object({
    status: z.literal(200).meta(says("The HTTP status.", 200)),
    changes: z.array(Change).meta(says("Newest first.")),
    token_changes: z
      .array(TokenChange)
      .optional()
      .meta(says("One for each token that was set, newest first; absent where the reader may not read tokens.")),
  })
  .meta({ id: "ChangeList" });
export type ChangeList = z.infer<typeof ChangeList>;
