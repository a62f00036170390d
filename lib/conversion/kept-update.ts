import type { Actor } from "@/lib/access/domain/actor";
import { type FieldErrors, Invalid } from "@/lib/base/errors";
import { ConversionUpdate, SecureConversionUpdate } from "@/lib/call/contract/call";
import type { Batch } from "./batch";
import type { ConversionRequest } from "./domain/request";
import { updateCommand } from "./update-command";

type Json = Readonly<Record<string, unknown>>;

/** What the inbox keeps of an update, as the update of a call that it means. */
export type Kept =
  | { readonly ok: true; readonly update: ConversionUpdate }
  | { readonly ok: false; readonly error: Invalid };

const UNREADABLE = "This item contains no valid update. Dismiss it.";

/** By the words of the API; `secure` by those that a secure token or a webhook may use. Other names are passed over. */
export function keptUpdate(kept: Json, { secure = false }: { readonly secure?: boolean } = {}): Kept {
  const schema = secure ? SecureConversionUpdate : ConversionUpdate;
  const known = Object.entries(kept).filter(
    ([name, value]) => Object.hasOwn(schema.shape, name) && value !== null && value !== "" && name !== "version",
  );
  const parsed = schema.safeParse(Object.fromEntries(known.map(([name, value]) => [name, asSent(value)])));
  if (!parsed.success) return { ok: false, error: new Invalid(errorsOf(parsed.error.issues)) };
  if (!known.some(([name]) => FIELDS.has(name))) return { ok: false, error: new Invalid({}, UNREADABLE) };
  return { ok: true, update: parsed.data };
}

/** What a buyer's system sent, as a request of its sender without the call that it is for. Throws `Invalid`. */
export function keptRequest(
  batch: Batch,
  actor: Actor,
  { statement, payload }: { readonly statement: Json; readonly payload: Json },
): Omit<ConversionRequest, "call"> {
  const kept = keptUpdate(statement, { secure: true });
  if (!kept.ok) throw kept.error;
  const { reference } = statement;
  const { reason } = kept.update;
  return {
    actor,
    command: updateCommand({ ...batch, actor }, kept.update, typeof reference === "string" ? reference : undefined),
    payload,
    statement,
    ...(reason !== undefined && { reason }),
  };
}

const FIELDS = new Set([
  "buyer_converted",
  "offer_converted",
  "revenue",
  "payout",
  "buyer_id",
  "traffic_source_id",
  "tokens",
]);

/** Numbers cross the boundary as the text they are written as. */
function asSent(value: unknown): unknown {
  return typeof value === "number" ? String(value) : value;
}

function errorsOf(issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): FieldErrors {
  return Object.fromEntries(issues.map(({ path, message }) => [String(path[0] ?? "body"), message]));
}
