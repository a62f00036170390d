import type { Actor } from "@/lib/access/domain/actor";
import { type FieldErrors, Invalid } from "@/lib/base/errors";
import { ConversionUpdate, SecureConversionUpdate } from "@/lib/call/contract/call";
import type { Batch } from "./batch";
import type { ConversionRequest } from "./domain/request";
import { updateCommand } from "./update-command";

type Json = Readonly<Record<string, unknown>>;

/** An inbox item read as an update of a call. */
export type ParsedUpdate =
  | { readonly ok: true; readonly update: ConversionUpdate }
  | { readonly ok: false; readonly error: Invalid };

const UNREADABLE = "This item contains no valid update. Dismiss it.";

/**
 * Reads the fields of the API; with `secure`, those that a secure token or webhook may set. Other fields are skipped.
 */
export function parseUpdate(payload: Json, { secure = false }: { readonly secure?: boolean } = {}): ParsedUpdate {
  const schema = secure ? SecureConversionUpdate : ConversionUpdate;
  const fields = Object.entries(payload).filter(
    ([name, value]) => Object.hasOwn(schema.shape, name) && value !== null && value !== "" && name !== "version",
  );
  const parsed = schema.safeParse(Object.fromEntries(fields.map(([name, value]) => [name, asSent(value)])));
  if (!parsed.success) return { ok: false, error: new Invalid(errorsOf(parsed.error.issues)) };
  if (!fields.some(([name]) => FIELDS.has(name))) return { ok: false, error: new Invalid({}, UNREADABLE) };
  return { ok: true, update: parsed.data };
}

/** An update from a buyer's system as a request of its sender, without the call. Throws `Invalid`. */
export function requestOfUpdate(
  batch: Batch,
  actor: Actor,
  { conversionUpdate, payload }: { readonly conversionUpdate: Json; readonly payload: Json },
): Omit<ConversionRequest, "call"> {
  const parsed = parseUpdate(conversionUpdate, { secure: true });
  if (!parsed.ok) throw parsed.error;
  const { reference } = conversionUpdate;
  const { reason } = parsed.update;
  return {
    actor,
    command: updateCommand({ ...batch, actor }, parsed.update, typeof reference === "string" ? reference : undefined),
    payload,
    conversionUpdate,
    ...(reason !== undefined && { reason }),
  };
}

const FIELDS = new Set([
  "buyer_converted",
  "offer_converted",
  "revenue",
  "payout",
  "add_revenue",
  "add_payout",
  "buyer_id",
  "traffic_source_id",
  "tokens",
]);

/** The contracts read numbers as text. */
function asSent(value: unknown): unknown {
  return typeof value === "number" ? String(value) : value;
}

function errorsOf(issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): FieldErrors {
  return Object.fromEntries(issues.map(({ path, message }) => [String(path[0] ?? "body"), message]));
}
