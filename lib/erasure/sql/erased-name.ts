import { createHmac } from "node:crypto";
import type { CompanyId } from "@/lib/base/ids";
import { env } from "@/lib/platform/config/env";
import { numbersIn } from "../domain/number-digits";

const ERASED = /^erased:[0-9a-f]{40}$/;

/** Replaces a name that may identify a person by a keyed hash: equal names stay equal. */
export function erasedName(company: CompanyId, name: string): string {
  return `erased:${keyed(company, `name:${name}`).toString("hex").slice(0, 40)}`;
}

export function isErasedName(name: string): boolean {
  return ERASED.test(name);
}

/** Recognizes equal content without storing it. Keyed, because short texts are easy to guess. */
export function contentDigest(company: CompanyId, content: string): Buffer<ArrayBuffer> {
  return keyed(company, `words:${content}`);
}

/** Recognizes an erased number in later events. */
export function digitsHash(company: CompanyId, digits: string): Buffer<ArrayBuffer> {
  return keyed(company, `digits:${digits}`);
}

/** Hashes of all numbers that a text may contain, in hexadecimal; one null if there are too many. */
export function digitsHashesIn(company: CompanyId, text: string): (string | null)[] {
  const numbers = numbersIn(text);
  return numbers ? [...numbers].map((digits) => digitsHash(company, digits).toString("hex")) : [null];
}

function keyed(company: CompanyId, text: string): Buffer<ArrayBuffer> {
  return createHmac("sha256", env().CALLMARK_HASH_KEY).update(`${company}:${text}`).digest();
}
