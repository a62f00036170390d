import { ConversionUpdate, SecureConversionUpdate } from "@/lib/contracts/calls";
import type { Json } from "@/lib/db/inbox/inbox-row";
import { type FieldErrors, Invalid } from "@/lib/domain/errors";

/** What is kept of a statement, as the update of a call that it means. */
export type Kept =
  | { readonly ok: true; readonly update: ConversionUpdate }
  | { readonly ok: false; readonly error: Invalid };

const UNREADABLE = "What arrived cannot be read as a statement about a call, so there is nothing to apply. Dismiss it.";

/** By the words of the API; `secure` by those that a secure token or a hook may use. Other names are passed over. */
export function keptUpdate(kept: Json, { secure = false }: { readonly secure?: boolean } = {}): Kept {
  const schema = secure ? SecureConversionUpdate : ConversionUpdate;
  const known = Object.entries(kept).filter(
    ([name, value]) => Object.hasOwn(schema.shape, name) && value !== null && value !== "" && name !== "version",
  );
  const parsed = schema.safeParse(Object.fromEntries(known.map(([name, value]) => [name, asSent(value)])));
  if (!parsed.success) return { ok: false, error: new Invalid(errorsOf(parsed.error.issues)) };
  if (!known.some(([name]) => SAYS.has(name))) return { ok: false, error: new Invalid({}, UNREADABLE) };
  return { ok: true, update: parsed.data };
}

const SAYS = new Set([
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
