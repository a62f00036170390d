import { createHash } from "node:crypto";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Names for an anonymous caller, and the number that spells "anonymous" on a keypad, which carriers send instead. */
const ANONYMOUS = /^(anonymous|restricted|private|unavailable|unknown|blocked|asserted|\+?266696687)$/i;

/** A provider's id if it can be a key: up to 200 printable ASCII characters. */
export function idOf(value: unknown): string | undefined {
  const text = typeof value === "number" && Number.isSafeInteger(value) ? String(value) : value;
  return typeof text === "string" && /^[\x21-\x7e]{1,200}$/.test(text) ? text : undefined;
}

/** The first value that is a uuid, in lower case. */
export function uuidOf(...values: readonly unknown[]): string | undefined {
  return values
    .find((value): value is string => typeof value === "string" && UUID.test(value.trim()))
    ?.trim()
    .toLowerCase();
}

/** The number of a caller ID or SIP address; undefined for anonymous callers and anything else. */
export function callerOf(value: unknown): string | undefined {
  if (typeof value !== "string" || value.length > 200) return undefined;
  const number = value
    .trim()
    .replace(/^<?(sips?|tel):/i, "")
    .replace(/[@;>].*$/, "")
    .replace(/[\s().-]/g, "");
  return /^\+?[0-9]{3,15}$/.test(number) && !ANONYMOUS.test(number) ? number : undefined;
}

/** An http or https URL of up to 2,000 characters. */
export function webAddressOf(value: unknown): string | undefined {
  if (typeof value !== "string" || value.length > 2000) return undefined;
  return /^https?:\/\/[^\s\0\p{Surrogate}]+$/iu.test(value.trim()) ? value.trim() : undefined;
}

/** A short hash of the bytes: 32 hexadecimal digits. */
export function digestOf(bytes: string | Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 32);
}
