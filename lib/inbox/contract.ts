import { z } from "zod";
import { Call } from "@/lib/call/contract/call";
import { PreviewCap, PreviewEntry } from "@/lib/conversion/contract/preview";
import { INBOX_REASONS } from "@/lib/conversion/domain/inbox-item";
import { says } from "@/lib/platform/contract/says";
import { Cursor, IdText, pageSize, text } from "@/lib/platform/contract/scalars";

const Reason = z.enum(INBOX_REASONS, { error: `Use one of ${INBOX_REASONS.join(", ")}.` });
export type InboxReasonName = z.infer<typeof Reason>;

const INBOX_ACTIONS = ["match", "accept", "retry", "dismiss"] as const;
const Action = z.enum(INBOX_ACTIONS, { error: "Use match, accept, retry or dismiss." });
export type InboxAction = z.infer<typeof Action>;

export const InboxQuery = z
  .strictObject({
    reason: Reason.meta(says("Only what waits for this reason.", "unmatched")),
    state: z.enum(["open", "resolved"], { error: "Use open or resolved." }).meta(says("Open, unless told.", "open")),
    cursor: Cursor,
    per_page: pageSize(200, 50),
  })
  .partial()
  .meta({ id: "InboxQuery" });
export type InboxQuery = z.infer<typeof InboxQuery>;

const Time = z.string().meta({ format: "date-time" });
const Named = z.object({
  id: z.number().int().meta(says("Number.", 7)),
  name: z.string().meta(says("Name.", "Brightside Solar")),
});
const Who = z.object({
  type: z.string().meta(says("member, api_key, secure_token, webhook or system.", "webhook")),
  name: z.string().meta(says("The name of the member, key, token or webhook.", "Brightside Solar")),
});

const ItemPreview = z.object({
  entries: z.array(PreviewEntry).meta(says("What the next rollup would post; empty where money does not move.")),
  margin: z.string().optional().meta(says("What the entries leave over; only for who may read all amounts.", "21.00")),
  caps: z.array(PreviewCap).optional().meta(says("Caps whose use would change; absent where none would.")),
  rejected: z.string().optional().meta(says("Why it cannot be done as it is.")),
});

/** A received update that waits for a person. Fields that the reader may not read are absent. */
export const InboxItem = z
  .object({
    id: z.number().int().meta(says("Number.", 31)),
    reason: Reason.or(z.string()).meta(says("Why it waits; more may come: tolerate new ones.", "locked")),
    received_at: Time.meta(says("When it arrived.", "2026-11-23T10:46:00.000Z")),
    times: z.number().int().meta(says("How often the same arrived.", 1)),
    last_received_at: Time.meta(says("When it arrived last.", "2026-11-23T10:46:00.000Z")),
    side: z.enum(["buyer", "offer"]).nullable().meta(says("The side it is about, where it is one.", "buyer")),
    mechanism: z.string().meta(says("How it came: secure_api, webhook, rule, …", "secure_api")),
    actor: Who.meta(says("Who sent it.")),
    call: Call.nullable().meta(says("The call it is about, as far as it is known.")),
    sought: z
      .object({
        uuid: z.string().nullable().meta(says("The uuid it named; null where it named a caller.")),
        from: Time.nullable().meta(says("The call started not before.", "2026-11-23T08:46:00.000Z")),
        until: Time.nullable().meta(says("The call started not after.", "2026-11-23T12:46:00.000Z")),
        buyer: Named.nullable().meta(says("Whose call it is.")),
      })
      .nullable()
      .meta(says("How the sender named the call, where none or more than one fits.")),
    update: z
      .object({
        buyer_converted: z.boolean().optional().meta(says("Whether the call converted for the buyer.", true)),
        offer_converted: z.boolean().optional().meta(says("Whether the traffic source converted.", true)),
        revenue: z.string().optional().meta(says("What the buyer owes for it.", "10.00")),
        payout: z.string().optional().meta(says("What the traffic source earns for it.", "6.00")),
        reason: z.string().optional().meta(says("Why, in the sender's words.", "The policy was sold.")),
      })
      .nullable()
      .meta(says("What it says, where that can be made out.", { buyer_converted: true })),
    problem: z.string().nullable().meta(says("What was wrong, as the sender was told.", null)),
    payload: z.record(z.string(), z.unknown()).meta(says("What arrived; values you may not read are left out.")),
    payload_hidden: z.boolean().meta(says("Whether something of it is left out for you.", false)),
    preview: ItemPreview.nullable().meta(says("What accepting or retrying it would do to the money.")),
    actions: z.array(Action).meta(says("What can be done with it.", ["accept", "dismiss"])),
    resolved: z
      .object({
        at: Time.meta(says("When.", "2026-11-23T11:02:00.000Z")),
        resolution: z.string().meta(says("accepted, applied or dismissed.", "accepted")),
        by: Who.meta(says("Who resolved it; the system where the call arrived by itself.")),
      })
      .nullable()
      .meta(says("Who resolved it, and how; null while it waits.", null)),
  })
  .meta({ id: "InboxItem", ...says("What arrived and waits for a person.") });
export type InboxItem = z.infer<typeof InboxItem>;

const Ok = z.literal(200).meta(says("The HTTP status.", 200));

export const InboxList = z
  .object({
    status: Ok,
    items: z.array(InboxItem).meta(says("Newest first.")),
    metadata: z
      .object({ next_cursor: z.string().nullable().meta(says("The cursor of the next page; null on the last.", null)) })
      .meta(says("About this page.")),
  })
  .meta({ id: "InboxList" });
export type InboxList = z.infer<typeof InboxList>;

export const InboxItemQuery = z.strictObject({
  call: text(1, 64)
    .optional()
    .meta(says("Preview what matching it with this call, by number or uuid, would do.", "1042")),
});

export const InboxItemAnswer = z
  .object({
    status: Ok,
    item: InboxItem,
    candidates: z.array(Call).meta(says("Calls that it may be about, nearest first.")),
  })
  .meta({ id: "InboxItemAnswer" });
export type InboxItemAnswer = z.infer<typeof InboxItemAnswer>;

const SILENCES = ["silent", "only_refused"] as const;
export const SilentBuyer = z.object({
  buyer: Named.meta(says("The buyer.")),
  why: z.enum(SILENCES).or(z.string()).meta(says("silent or only_refused.", "silent")),
  last_post_at: Time.meta(says("When it last posted.", "2026-11-14T08:00:00.000Z")),
  posts: z.number().int().meta(says("How often in the last 30 days.", 210)),
  usual_gap_seconds: z.number().int().nullable().meta(says("Usual time between two posts.", 3600)),
});
export type SilentBuyer = z.infer<typeof SilentBuyer>;

export const InboxSummary = z
  .object({
    status: Ok,
    open: z.number().int().meta(says("How many wait.", 3)),
    by_reason: z.record(z.string(), z.number().int()).meta(says("How many wait, by reason.", { locked: 3 })),
    silent_buyers: z.array(SilentBuyer).meta(says("Buyers whose system fell silent, or is only refused.")),
  })
  .meta({ id: "InboxSummary" });
export type InboxSummary = z.infer<typeof InboxSummary>;

const ITEMS_AT_ONCE = 500;

export const ResolveInbox = z
  .strictObject({
    action: Action.meta(says("What to do with them.", "accept")),
    ids: z
      .array(IdText, { error: "Send a list of IDs." })
      .min(1, "Send at least one.")
      .max(ITEMS_AT_ONCE, `Send at most ${ITEMS_AT_ONCE} at a time.`)
      .meta(says("Which; each is answered on its own, and once if it is named twice.", [31])),
    call: text(1, 64, "Enter a call ID or UUID.")
      .optional()
      .meta(says("For match: the call it is about, by number or uuid.", "1042")),
  })
  .refine(({ action, call }) => action !== "match" || call !== undefined, {
    path: ["call"],
    error: "Choose the call to match.",
  })
  .meta({ id: "ResolveInbox" });
export type ResolveInbox = z.infer<typeof ResolveInbox>;

export const ResolvedItem = z.object({
  id: z.number().int().meta(says("The number of the item.", 31)),
  status: z.number().int().meta(says("200 where it is resolved now, else why not: 403, 404 or 422.", 200)),
  changed: z.boolean().meta(says("Whether that altered a call.", true)),
  already_resolved: z.literal(true).optional().meta(says("It had been resolved before; nothing was done.")),
  resolution: z.string().optional().meta(says("accepted, applied or dismissed.", "accepted")),
  held: z.literal(true).optional().meta(says("The side is locked or limited: it waits again, for that reason.")),
  call_id: z.number().int().nullable().optional().meta(says("The call it was about.", 1042)),
  problem: z.string().optional().meta(says("Why it is not resolved, as a sentence.")),
});
export type ResolvedItem = z.infer<typeof ResolvedItem>;

export const ResolvedInbox = z
  .object({
    status: z.literal(207).meta(says("The HTTP status.", 207)),
    results: z.array(ResolvedItem).meta(says("In the order of the numbers that were sent.")),
  })
  .meta({ id: "ResolvedInbox" });
export type ResolvedInbox = z.infer<typeof ResolvedInbox>;

/** Answer to resolving with `dry_run=true`. */
export const ResolveDryRun = z
  .object({
    status: Ok,
    dry_run: z.literal(true).meta(says("Nothing was saved.", true)),
    entries: z
      .array(PreviewEntry)
      .meta(says("What the next rollup would post for all of them together, call by call; empty where nothing.")),
    margin: z
      .string()
      .optional()
      .meta(says("What the entries leave over; only for who may read all amounts.", "21.00")),
    caps: z.array(PreviewCap).meta(says("Caps whose use would change.")),
    rejected: z
      .array(
        z.object({
          id: z.number().int().meta(says("The number of the item.", 31)),
          problem: z.string().meta(says("Why, as a sentence.")),
        }),
      )
      .meta(says("Those that could not be resolved as they are.")),
    held: z
      .array(z.number().int())
      .meta(says("Those that would wait again, because their side is locked or limited.", [31])),
  })
  .meta({ id: "ResolveDryRun", ...says("The answer with dry_run=true: nothing was saved.") });
export type ResolveDryRun = z.infer<typeof ResolveDryRun>;

export const ResolveAnswer = z.union([ResolvedInbox, ResolveDryRun]);
