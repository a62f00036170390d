import { z } from "zod";
import { ConversionAnswer, HeldAnswer } from "@/lib/call/contract/call";
import { says } from "@/lib/platform/contract/says";
import { BilledParty, EntryAmount, EntryKind } from "./entry";

const Named = z.object({
  id: z.number().int().meta(says("ID of the buyer, traffic source, or rule.", 7)),
  name: z.string().meta(says("Name of the buyer, traffic source, or rule.", "Brightside Solar")),
});
const Words = z.array(z.string());

const PreviewState = z
  .object({
    converted: z.boolean().optional().meta(says("True if the side is converted.", true)),
    party: Named.nullable()
      .optional()
      .meta(says("Buyer, or on the offer side the traffic source. Null if the call has none.")),
    amount: z
      .string()
      .optional()
      .meta(says("Revenue, or on the offer side payout. Decimal amount in the company's currency.", "41.00")),
    amount_from: z
      .enum(["stated", "rule", "terms"])
      .or(z.string())
      .nullable()
      .optional()
      .meta(
        says("Origin of the amount: an update (stated), a rule, or the agreed terms. Null if there is none.", "terms"),
      ),
    rule: Named.optional().meta(says("Rule that converts or prices the side, if any.", { id: 2, name: "Roof repair" })),
  })
  .meta({ id: "PreviewState", ...says("State of one side of a call. Fields that you can't read are omitted.") });
export type PreviewState = z.infer<typeof PreviewState>;

const PreviewSide = z
  .object({
    before: PreviewState.meta(says("Current state.")),
    after: PreviewState.meta(says("State after the change.")),
  })
  .meta({ id: "PreviewSide" });
export type PreviewSide = z.infer<typeof PreviewSide>;

export const PreviewEntry = z
  .object({
    kind: EntryKind,
    party: BilledParty,
    amount: EntryAmount.optional(),
    period: z.string().meta(says("Month of the books in which the entry would be posted.", "2026-11")),
    service_date: z.string().meta(says("Day of the call in the company's time zone.", "2026-11-23")),
    correction: z
      .boolean()
      .meta(says("True if the entry would be posted to a later month because the month of the call is closed.", false)),
    offsets_entry_id: z
      .string()
      .nullable()
      .meta(says("For a credit or clawback: ID of the posted entry that it offsets. Otherwise null.", null)),
  })
  .meta({ id: "PreviewEntry", ...says("Entry that the next rollup would post.") });
export type PreviewEntry = z.infer<typeof PreviewEntry>;

export const PreviewCap = z
  .object({
    cap_id: z.number().int().meta(says("ID of the cap.", 4)),
    name: z.string().meta(says("Description of the cap.", "50 conversions per day")),
    used_before: z
      .string()
      .optional()
      .meta(says("Usage before the change, in the window of the call: calls or an amount.", "49")),
    used_after: z.string().optional().meta(says("Usage after the change.", "50")),
    limit: z.string().optional().meta(says("Limit: calls or an amount. Omitted if you can't read it.", "50")),
    over: z.boolean().meta(says("True if the usage would exceed the limit.", false)),
  })
  .meta({ id: "PreviewCap", ...says("Effect of the change on a cap.") });
export type PreviewCap = z.infer<typeof PreviewCap>;

const PreviewInboxItem = z
  .object({
    reason: z.string().meta(says("Why the update would wait. New reasons may be added.", "locked")),
    side: z
      .enum(["buyer", "offer"])
      .nullable()
      .meta(says("Side that the item is about. Null if it isn't about one side.", "buyer")),
    problem: z.string().nullable().meta(says("Explanation of the problem. Null if the reason is enough.", null)),
  })
  .meta({ id: "PreviewInboxItem", ...says("Item that would be added to the inbox.") });

/** What committing the same plan would do to one call. Nothing is saved. */
export const Preview = z
  .object({
    call_id: z.number().int().meta(says("ID of the call.", 1042)),
    changed: z.boolean().meta(says("True if the call would change.", true)),
    held: z.literal(true).optional().meta(says("True if the update would wait in the inbox for review.")),
    repeated: z
      .literal(true)
      .optional()
      .meta(says("True if this update was already received under the same `event_id`, so nothing would be applied.")),
    superseded: z
      .literal(true)
      .optional()
      .meta(says("True if a newer update has already decided a side, so this one would not be applied to it.")),
    currency: z.string().meta(says("Company currency, as an ISO 4217 code.", "USD")),
    buyer: PreviewSide.optional().meta(says("Buyer side. Omitted if you can't read it.")),
    offer: PreviewSide.optional().meta(says("Offer side. Omitted if you can't read it.")),
    entries: z.array(PreviewEntry).meta(says("Entries that the next rollup would post for the call.")),
    margin: z
      .string()
      .optional()
      .meta(says("Effect of the entries on the margin. Omitted unless you can read all amounts.", "21.00")),
    caps: z.array(PreviewCap).meta(says("Caps whose usage would change.")),
    inbox: z.array(PreviewInboxItem).meta(says("Items that would be added to the inbox.")),
    warnings: Words.meta(says("Warnings about unusual but valid values, such as a conversion at 0.00.", [])),
  })
  .meta({ id: "Preview", ...says("What the request would change and what the next rollup would then post.") });
export type Preview = z.infer<typeof Preview>;

/** The answer to a conversion write with `dry_run=true`. */
export const DryRunAnswer = z
  .object({
    status: z.literal(200).meta(says("HTTP status.", 200)),
    dry_run: z.literal(true).meta(says("Always true: nothing was saved.", true)),
    changed: z.boolean().meta(says("True if the call would change.", true)),
    preview: Preview,
    ignored: Words.optional().meta(says("Unknown fields that were ignored. Secure routes only.")),
  })
  .meta({ id: "DryRunAnswer", ...says("Response to a request with `dry_run=true`. Nothing was saved.") });
export type DryRunAnswer = z.infer<typeof DryRunAnswer>;

/** Answer to a conversion write: the saved call, or the preview of a dry run. */
export const ConversionWriteAnswer = z.union([ConversionAnswer, DryRunAnswer]);
export type ConversionWriteAnswer = z.infer<typeof ConversionWriteAnswer>;

/** The same for the secure routes, which hold updates that they cannot read. */
export const SecureWriteAnswer = z.union([ConversionAnswer, HeldAnswer, DryRunAnswer]);
