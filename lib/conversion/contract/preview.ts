import { z } from "zod";
import { ConversionAnswer, HeldAnswer } from "@/lib/call/contract/call";
import { says } from "@/lib/platform/contract/says";
import { BilledParty, EntryAmount, EntryKind } from "./entry";

const Named = z.object({
  id: z.number().int().meta(says("Number.", 7)),
  name: z.string().meta(says("Name.", "Brightside Solar")),
});
const Words = z.array(z.string());

const PreviewState = z
  .object({
    converted: z.boolean().optional().meta(says("Whether this side is converted.", true)),
    party: Named.nullable()
      .optional()
      .meta(says("The buyer, or on the offer side the traffic source; null where the call has none.")),
    amount: z.string().optional().meta(says("Revenue or payout while converted.", "41.00")),
    amount_from: z
      .enum(["stated", "rule", "terms"])
      .or(z.string())
      .nullable()
      .optional()
      .meta(
        says("Where the amount is from: stated by somebody, a rule or the terms; null where there is none.", "terms"),
      ),
    rule: Named.optional().meta(
      says("The rule that decides or prices it, where one does.", { id: 2, name: "Roof repair" }),
    ),
  })
  .meta({ id: "PreviewState", ...says("One side of a call. What the reader may not read is absent.") });
export type PreviewState = z.infer<typeof PreviewState>;

const PreviewSide = z
  .object({
    before: PreviewState.meta(says("As it stands.")),
    after: PreviewState.meta(says("As it would stand.")),
  })
  .meta({ id: "PreviewSide" });
export type PreviewSide = z.infer<typeof PreviewSide>;

export const PreviewEntry = z
  .object({
    kind: EntryKind,
    party: BilledParty,
    amount: EntryAmount.optional(),
    period: z.string().meta(says("Month of the books.", "2026-11")),
    service_date: z.string().meta(says("The day of the call, in the company's zone.", "2026-11-23")),
    correction: z.boolean().meta(says("Posted to a later month because that of the call is closed.", false)),
    offsets_entry_id: z
      .string()
      .nullable()
      .meta(says("For a credit or clawback: the posted entry it takes back. Else null.", null)),
  })
  .meta({ id: "PreviewEntry", ...says("What the next rollup would post.") });
export type PreviewEntry = z.infer<typeof PreviewEntry>;

export const PreviewCap = z
  .object({
    cap_id: z.number().int().meta(says("The cap's number.", 4)),
    name: z.string().meta(says("The cap in words.", "50 conversions per day")),
    used_before: z.string().optional().meta(says("Used in the window of the call: calls, or an amount.", "49")),
    used_after: z.string().optional().meta(says("What would be used of it.", "50")),
    limit: z.string().optional().meta(says("Calls, or an amount; absent where it may not be read.", "50")),
    over: z.boolean().meta(says("More would be used than the limit.", false)),
  })
  .meta({ id: "PreviewCap", ...says("What a cap would count.") });
export type PreviewCap = z.infer<typeof PreviewCap>;

const PreviewInboxItem = z
  .object({
    reason: z.string().meta(says("Why it would wait; more may come: tolerate new ones.", "locked")),
    side: z.enum(["buyer", "offer"]).nullable().meta(says("The side it is about, where it is one.", "buyer")),
    problem: z.string().nullable().meta(says("What is wrong, as a sentence; null where the reason says it.", null)),
  })
  .meta({ id: "PreviewInboxItem", ...says("What would wait for a person.") });

/** What committing the same plan would do to one call. Nothing is saved. */
export const Preview = z
  .object({
    call_id: z.number().int().meta(says("Number of the call.", 1042)),
    changed: z.boolean().meta(says("Whether the call would change.", true)),
    held: z.literal(true).optional().meta(says("It would wait in the inbox for a person.")),
    repeated: z.literal(true).optional().meta(says("This event_id was received before; nothing would be applied.")),
    superseded: z
      .literal(true)
      .optional()
      .meta(says("A newer update decided a side: it would be recorded, not applied to it.")),
    currency: z.string().meta(says("ISO 4217 code of the company's currency.", "USD")),
    buyer: PreviewSide.optional().meta(says("The buyer side; absent where it may not be read.")),
    offer: PreviewSide.optional().meta(says("The offer side; absent where it may not be read.")),
    entries: z.array(PreviewEntry).meta(says("What the next rollup would post for the call; empty where nothing.")),
    margin: z
      .string()
      .optional()
      .meta(says("What the entries leave over: negative where they cost. Only for those who may read all.", "21.00")),
    caps: z.array(PreviewCap).meta(says("Caps whose use would change.")),
    inbox: z.array(PreviewInboxItem).meta(says("What would be added to the inbox.")),
    warnings: Words.meta(says("What is legal, but seldom meant.", [])),
  })
  .meta({ id: "Preview", ...says("What a save would change, and what the next rollup would post then.") });
export type Preview = z.infer<typeof Preview>;

/** The answer to a conversion write with `dry_run=true`. */
export const DryRunAnswer = z
  .object({
    status: z.literal(200).meta(says("The HTTP status.", 200)),
    dry_run: z.literal(true).meta(says("Nothing was saved.", true)),
    changed: z.boolean().meta(says("Whether the call would change.", true)),
    preview: Preview,
    ignored: Words.optional().meta(says("Names the secure routes do not know.")),
  })
  .meta({ id: "DryRunAnswer", ...says("The answer with dry_run=true: nothing was saved.") });
export type DryRunAnswer = z.infer<typeof DryRunAnswer>;

/** Answer to a conversion write: the saved call, or the preview of a dry run. */
export const ConversionWriteAnswer = z.union([ConversionAnswer, DryRunAnswer]);
export type ConversionWriteAnswer = z.infer<typeof ConversionWriteAnswer>;

/** The same for the secure routes, which hold updates that they cannot read. */
export const SecureWriteAnswer = z.union([ConversionAnswer, HeldAnswer, DryRunAnswer]);
