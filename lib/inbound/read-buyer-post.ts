import type { Context } from "@/lib/access/context";
import { type FieldErrors, Invalid } from "@/lib/base/errors";
import { isUuid } from "@/lib/base/ids";
import { parseMoney } from "@/lib/base/money";
import { liesInFuture } from "@/lib/call/domain/call-times";
import { parseCaller } from "@/lib/call/domain/caller";
import { BuyerPost } from "./contract/webhook";
import { callerForms } from "./domain/caller-forms";
import { type MappedFields, mapFields } from "./domain/map-fields";
import type { WebhookSettings } from "./domain/webhook-settings";
import { notUnderstood } from "./not-understood";

/** How a post identifies its call. */
export type Sought =
  | { readonly uuid: string }
  | { readonly callers: readonly string[]; readonly from: Date; readonly until: Date };

export type ReadPost = {
  readonly ignored: readonly string[];
  /** The post as fields of a conversion update, as the inbox stores it. */
  readonly conversionUpdate: Readonly<Record<string, unknown>>;
  /** False if the post updates nothing. */
  readonly isUpdate: boolean;
  /** Null if the post names no call. */
  readonly sought: Sought | null;
};

const SAYING = ["converted", "revenue", "tokens"] as const;

type Clock = Pick<Context, "company" | "now">;

/** Reads a post by the settings of its endpoint. Throws `Invalid` for values that cannot be accepted. */
export function readPost(
  ctx: Clock,
  settings: WebhookSettings,
  parameters: Readonly<Record<string, unknown>>,
): ReadPost {
  const mapped = mapFields(parameters, settings);
  const isUpdate = SAYING.some((field) => mapped.fields[field] !== undefined);
  const unread = notUnderstood(mapped.fields, mapped.ignored, isUpdate);
  if (unread) throw unread;
  const post = parsed(mapped);
  const { errors, sought } = soughtBy(post, settings, ctx.now());
  const wrong: FieldErrors = { ...(isUpdate && errors), ...amountErrors(ctx, post), ...timeErrors(ctx, post) };
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong);
  return { ignored: mapped.ignored, conversionUpdate: conversionUpdateOf(post), isUpdate, sought };
}

function parsed({ fields }: MappedFields): BuyerPost {
  const texts = Object.entries(fields).map(([name, value]) => [
    name,
    typeof value === "number" ? String(value) : value,
  ]);
  const result = BuyerPost.safeParse(Object.fromEntries(texts));
  if (result.success) return result.data;
  throw new Invalid(
    Object.fromEntries(result.error.issues.map(({ path, message }) => [String(path[0] ?? "body"), message])),
  );
}

/** The buyer side and tokens of the post. */
function conversionUpdateOf({ converted, revenue, reference, event_id, occurred_at, reason, tokens }: BuyerPost) {
  return {
    ...(converted !== undefined && { buyer_converted: converted }),
    ...(revenue !== undefined && { revenue }),
    ...(reference !== undefined && { reference }),
    ...(event_id !== undefined && { event_id }),
    ...(occurred_at && { occurred_at: occurred_at.toISOString() }),
    ...(reason !== undefined && { reason }),
    ...(tokens && { tokens }),
  };
}

function soughtBy(
  { call_uuid: uuid, caller, call_started_at, occurred_at }: BuyerPost,
  { windowMinutes }: WebhookSettings,
  now: Date,
): { readonly errors: FieldErrors; readonly sought: Sought | null } {
  if (uuid !== undefined && isUuid(uuid)) return { errors: {}, sought: { uuid: uuid.toLowerCase() } };
  if (caller === undefined) {
    const message = uuid === undefined ? "Send the call’s call_uuid or the caller." : "This isn’t a call UUID.";
    return { errors: { call_uuid: message }, sought: null };
  }
  const number = parseCaller(caller);
  if (!number) {
    return { errors: { caller: "Enter a phone number with its country code, such as +13035550142." }, sought: null };
  }
  const around = (call_started_at ?? occurred_at ?? now).getTime();
  const windowMs = windowMinutes * 60_000;
  return {
    errors: {},
    sought: { callers: callerForms(number), from: new Date(around - windowMs), until: new Date(around + windowMs) },
  };
}

function amountErrors({ company }: Clock, { revenue }: BuyerPost): FieldErrors {
  if (revenue === undefined || parseMoney(revenue, company.decimals) !== null) return {};
  return { revenue: `Enter an amount in ${company.currency} with at most ${company.decimals} decimals.` };
}

function timeErrors({ now }: Clock, { occurred_at: at }: BuyerPost): FieldErrors {
  if (!at || !liesInFuture(at, now())) return {};
  return { occurred_at: "This time is in the future. Send the time when it occurred." };
}
