import { z } from "zod";
import { says } from "@/lib/platform/contract/says";
import { ApiBoolean, pageSize, text } from "@/lib/platform/contract/scalars";
import { Call } from "./call";
import { moved } from "./change";

const Time = z.string().meta({ format: "date-time" });
const PartyId = z.number().int().nullable();
const Amount = z.string();

/** What happened to a call. The fields of a conversion are present if the change affected them and the reader may read them. */
export const FedChange = z
  .object({
    type: z
      .string()
      .meta(
        says(
          "`call.created`, `call.updated` (times, caller, tokens, or recording), `conversion.changed`, or `call.erased` (its personal data). New types may be added.",
          "conversion.changed",
        ),
      ),
    call_id: z.number().int().meta(says("ID of the call.", 1042)),
    changed_at: Time.meta(says("When this was saved.", "2026-11-23T10:46:00.000Z")),
    version: z.number().int().optional().meta(says("Version of the call after a change of its conversion.", 1)),
    occurred_at: Time.nullable().optional().meta(says("When it happened, if the sender said so.", null)),
    mechanism: z.string().optional().meta(says("Mechanism of the change, such as `manual` or `api`.", "api")),
    buyer_converted: moved(z.boolean(), "Conversion flag of the buyer side."),
    offer_converted: moved(z.boolean(), "Conversion flag of the offer side."),
    buyer_decided: moved(z.string().nullable(), "Mechanism that decided the buyer side."),
    offer_decided: moved(z.string().nullable(), "Mechanism that decided the offer side."),
    buyer_locked: moved(z.boolean(), "Lock of the buyer side."),
    offer_locked: moved(z.boolean(), "Lock of the offer side."),
    buyer_id: moved(PartyId, "ID of the call's buyer."),
    traffic_source_id: moved(PartyId, "ID of the call's traffic source."),
    revenue: moved(Amount, "Revenue. Decimal amount in the company's currency."),
    payout: moved(Amount, "Payout. Decimal amount in the company's currency."),
  })
  .meta({ id: "FedChange", ...says("Change in the feed.") });
export type FedChange = z.infer<typeof FedChange>;

export const Feed = z
  .object({
    status: z.literal(200).meta(says("HTTP status.", 200)),
    changes: z.array(FedChange).meta(says("Changes after the cursor, oldest first.")),
    calls: z
      .array(Call)
      .optional()
      .meta(says("The calls of these changes as they are now, once each. Omitted with `calls=false`.")),
    metadata: z
      .object({
        next_cursor: z.string().meta(says("Cursor after the last change of the page. Never null: save it.")),
        has_more: z.boolean().meta(says("True if more changes follow; if false, ask again later.", false)),
      })
      .meta(says("Pagination.")),
  })
  .meta({ id: "Feed" });
export type Feed = z.infer<typeof Feed>;

export const FeedQuery = z
  .strictObject({
    cursor: text(1, 200).meta({
      description: "`next_cursor` of the previous page. Omit it to start with the oldest change.",
      example: "OWE4ZmQ1NjAtNzE2Yi00YzFkLWE1ZjUtNWI5ZTI1YjA1YzA5LjEwNDI",
    }),
    calls: ApiBoolean.meta(
      says("False to get the changes without the calls, which is faster. Defaults to true.", true),
    ),
    per_page: pageSize(1000, 1000),
  })
  .partial()
  .meta({ id: "FeedQuery" });
export type FeedQuery = z.infer<typeof FeedQuery>;
