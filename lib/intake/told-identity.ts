import { createHash } from "node:crypto";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Words for nobody, and the number that spells "anonymous" which carriers put in its place. */
const NOBODY = /^(anonymous|restricted|private|unavailable|unknown|blocked|asserted|\+?266696687)$/i;

/** A maker's id, as it may stand in a key: printable, of limited length. */
export function idOf(told: unknown): string | undefined {
  const text = typeof told === "number" && Number.isSafeInteger(told) ? String(told) : told;
  return typeof text === "string" && /^[\x21-\x7e]{1,200}$/.test(text) ? text : undefined;
}

/** Our own uuid where one was carried along: the first of the places that holds one. */
export function uuidOf(...told: readonly unknown[]): string | undefined {
  return told
    .find((each): each is string => typeof each === "string" && UUID.test(each.trim()))
    ?.trim()
    .toLowerCase();
}

/** The number of a caller ID or SIP address; undefined for callers who hide theirs and for what is no number. */
export function callerOf(told: unknown): string | undefined {
  if (typeof told !== "string" || told.length > 200) return undefined;
  const number = told
    .trim()
    .replace(/^<?(sips?|tel):/i, "")
    .replace(/[@;>].*$/, "")
    .replace(/[\s().-]/g, "");
  return /^\+?[0-9]{3,15}$/.test(number) && !NOBODY.test(number) ? number : undefined;
}

/** An address that a browser can open. */
export function webAddressOf(told: unknown): string | undefined {
  if (typeof told !== "string" || told.length > 2000) return undefined;
  return /^https?:\/\/[^\s\0\p{Surrogate}]+$/iu.test(told.trim()) ? told.trim() : undefined;
}

/** The same bytes, the same short text. */
export function digestOf(bytes: string | Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 32);
}
