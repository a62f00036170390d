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
    reason: Reason.meta(says("Filter by reason.", "unmatched")),
    state: z
      .enum(["open", "resolved"], { error: "Use open or resolved." })
      .meta(says("Filter by state. Defaults to `open`.", "open")),
    cursor: Cursor,
    per_page: pageSize(200, 50),
  })
  .partial()
  .meta({ id: "InboxQuery" });
export type InboxQuery = z.infer<typeof InboxQuery>;

const Time = z.string().meta({ format: "date-time" });
const Named = z.object({
  id: z.number().int().meta(says("ID of the buyer.", 7)),
  name: z.string().meta(says("Name of the buyer.", "Brightside Solar")),
});
const Who = z.object({
  type: z.string().meta(says("`member`, `api_key`, `secure_token`, `webhook`, or `system`.", "webhook")),
  name: z.string().meta(says("Name of the member, API key, secure token, or webhook.", "Brightside Solar")),
});

const ItemPreview = z.object({
  entries: z.array(PreviewEntry).meta(says("Entries that the next rollup would post. Empty if no money moves.")),
  margin: z
    .string()
    .optional()
    .meta(
      says(
        "Effect of the entries on the margin. Decimal amount in the company's currency. Omitted unless you can read all amounts.",
        "21.00",
      ),
    ),
  caps: z.array(PreviewCap).optional().meta(says("Caps whose usage would change. Omitted if there are none.")),
  rejected: z.string().optional().meta(says("Why the item can't be accepted or retried as it is.")),
});

/** A received update that waits for a person. Fields that the reader may not read are absent. */
export const InboxItem = z
  .object({
    id: z.number().int().meta(says("ID of the item.", 31)),
    reason: Reason.or(z.string()).meta(says("Why the item is waiting. New reasons may be added.", "locked")),
    received_at: Time.meta(says("When the update was first received.", "2026-11-23T10:46:00.000Z")),
    times: z.number().int().meta(says("Number of times the same update was received.", 1)),
    last_received_at: Time.meta(says("When the update was last received.", "2026-11-23T10:46:00.000Z")),
    side: z
      .enum(["buyer", "offer"])
      .nullable()
      .meta(says("Side that the item is about. Null if it isn't about one side.", "buyer")),
    mechanism: z.string().meta(says("Mechanism, such as `secure_api`, `webhook`, or `rule`.", "secure_api")),
    actor: Who.meta(says("Who sent the update.")),
    call: Call.nullable().meta(says("Call that the item is about. Null if it isn't known.")),
    sought: z
      .object({
        uuid: z.string().nullable().meta(says("UUID that the sender sent. Null if it sent a caller.")),
        from: Time.nullable().meta(says("Earliest start of the call.", "2026-11-23T08:46:00.000Z")),
        until: Time.nullable().meta(says("Latest start of the call.", "2026-11-23T12:46:00.000Z")),
        buyer: Named.nullable().meta(says("Buyer that the call belongs to.")),
      })
      .nullable()
      .meta(says("How the sender identified the call, if no call or several calls match.")),
    update: z
      .object({
        buyer_converted: z.boolean().optional().meta(says("True if the call converted for the buyer.", true)),
        offer_converted: z.boolean().optional().meta(says("True if the traffic source converted.", true)),
        revenue: z
          .string()
          .optional()
          .meta(says("What the buyer owes for the call. Decimal amount in the company's currency.", "10.00")),
        payout: z
          .string()
          .optional()
          .meta(says("What the traffic source earns for the call. Decimal amount in the company's currency.", "6.00")),
        reason: z.string().optional().meta(says("Reason that the sender gave.", "The policy was sold.")),
      })
      .nullable()
      .meta(says("Content of the update. Null if it can't be read.", { buyer_converted: true })),
    problem: z.string().nullable().meta(says("Problem reported to the sender.", null)),
    payload: z.record(z.string(), z.unknown()).meta(says("Payload as received, without values that you can't read.")),
    payload_hidden: z.boolean().meta(says("True if values that you can't read were removed.", false)),
    preview: ItemPreview.nullable().meta(says("Effect on billing of accepting or retrying the item.")),
    actions: z.array(Action).meta(says("Actions that you can take.", ["accept", "dismiss"])),
    resolved: z
      .object({
        at: Time.meta(says("When the item was resolved.", "2026-11-23T11:02:00.000Z")),
        resolution: z.string().meta(says("`accepted`, `applied`, or `dismissed`.", "accepted")),
        by: Who.meta(says("Who resolved the item: the system if the missing call arrived.")),
      })
      .nullable()
      .meta(says("Who resolved the item, and how. Null while it is open.", null)),
  })
  .meta({ id: "InboxItem", ...says("Item that waits for review.") });
export type InboxItem = z.infer<typeof InboxItem>;

const Ok = z.literal(200).meta(says("HTTP status.", 200));

export const InboxList = z
  .object({
    status: Ok,
    items: z.array(InboxItem).meta(says("Items, newest first.")),
    metadata: z
      .object({
        next_cursor: z.string().nullable().meta(says("Cursor of the next page. Null on the last page.", null)),
      })
      .meta(says("Pagination.")),
  })
  .meta({ id: "InboxList" });
export type InboxList = z.infer<typeof InboxList>;

export const InboxItemQuery = z.strictObject({
  call: text(1, 64).optional().meta(says("ID or UUID of a call, to preview matching the item to it.", "1042")),
});

export const InboxItemAnswer = z
  .object({
    status: Ok,
    item: InboxItem,
    candidates: z.array(Call).meta(says("Calls that the item might be about, best match first.")),
  })
  .meta({ id: "InboxItemAnswer" });
export type InboxItemAnswer = z.infer<typeof InboxItemAnswer>;

const SILENCES = ["silent", "only_refused"] as const;
export const SilentBuyer = z.object({
  buyer: Named.meta(says("Buyer.")),
  why: z.enum(SILENCES).or(z.string()).meta(says("`silent` or `only_refused`.", "silent")),
  last_post_at: Time.meta(says("When the buyer last posted.", "2026-11-14T08:00:00.000Z")),
  posts: z.number().int().meta(says("Number of posts in the last 30 days.", 210)),
  usual_gap_seconds: z
    .number()
    .int()
    .nullable()
    .meta(says("Average seconds between two posts. Null with fewer than five posts.", 3600)),
});
export type SilentBuyer = z.infer<typeof SilentBuyer>;

export const InboxSummary = z
  .object({
    status: Ok,
    open: z.number().int().meta(says("Number of open items.", 3)),
    by_reason: z.record(z.string(), z.number().int()).meta(says("Number of open items by reason.", { locked: 3 })),
    silent_buyers: z.array(SilentBuyer).meta(says("Buyers whose posts have stopped or are all rejected.")),
  })
  .meta({ id: "InboxSummary" });
export type InboxSummary = z.infer<typeof InboxSummary>;

const ITEMS_AT_ONCE = 500;

export const ResolveInbox = z
  .strictObject({
    action: Action.meta(says("Action to take.", "accept")),
    ids: z
      .array(IdText, { error: "Send a list of IDs." })
      .min(1, "Send at least one ID.")
      .max(ITEMS_AT_ONCE, `Send at most ${ITEMS_AT_ONCE} at a time.`)
      .meta(says("IDs of the items. Each has its own result.", [31])),
    call: text(1, 64, "Enter a call ID or UUID.").optional().meta(says("For `match`: ID or UUID of the call.", "1042")),
  })
  .refine(({ action, call }) => action !== "match" || call !== undefined, {
    path: ["call"],
    error: "Choose the call to match.",
  })
  .meta({ id: "ResolveInbox" });
export type ResolveInbox = z.infer<typeof ResolveInbox>;

export const ResolvedItem = z.object({
  id: z.number().int().meta(says("ID of the item.", 31)),
  status: z
    .number()
    .int()
    .meta(says("HTTP status of this item: 200 if it is resolved, otherwise 403, 404, or 422.", 200)),
  changed: z.boolean().meta(says("True if a call changed.", true)),
  already_resolved: z
    .literal(true)
    .optional()
    .meta(says("True if the item was already resolved, so nothing was done.")),
  resolution: z.string().optional().meta(says("`accepted`, `applied`, or `dismissed`.", "accepted")),
  held: z.literal(true).optional().meta(says("True if the update waits again because the side is locked or limited.")),
  call_id: z.number().int().nullable().optional().meta(says("ID of the call.", 1042)),
  problem: z.string().optional().meta(says("Why the item isn't resolved.")),
});
export type ResolvedItem = z.infer<typeof ResolvedItem>;

export const ResolvedInbox = z
  .object({
    status: z.literal(207).meta(says("HTTP status.", 207)),
    results: z.array(ResolvedItem).meta(says("Results, in the order of the IDs that you sent.")),
  })
  .meta({ id: "ResolvedInbox" });
export type ResolvedInbox = z.infer<typeof ResolvedInbox>;

/** Answer to resolving with `dry_run=true`. */
export const ResolveDryRun = z
  .object({
    status: Ok,
    dry_run: z.literal(true).meta(says("Always true: nothing was saved.", true)),
    entries: z
      .array(PreviewEntry)
      .meta(says("Entries that the next rollup would post for all items together, by call.")),
    margin: z
      .string()
      .optional()
      .meta(
        says(
          "Effect of the entries on the margin. Decimal amount in the company's currency. Omitted unless you can read all amounts.",
          "21.00",
        ),
      ),
    caps: z.array(PreviewCap).meta(says("Caps whose usage would change.")),
    rejected: z
      .array(
        z.object({
          id: z.number().int().meta(says("ID of the item.", 31)),
          problem: z.string().meta(says("Why the item can't be resolved.")),
        }),
      )
      .meta(says("Items that can't be resolved as they are.")),
    held: z
      .array(z.number().int())
      .meta(says("IDs of items that would wait again because their side is locked or limited.", [31])),
  })
  .meta({ id: "ResolveDryRun", ...says("Response to a request with `dry_run=true`. Nothing was saved.") });
export type ResolveDryRun = z.infer<typeof ResolveDryRun>;

export const ResolveAnswer = z.union([ResolvedInbox, ResolveDryRun]);
