import { createHmac } from "node:crypto";
import type { CompanyId } from "@/lib/base/ids";
import { env } from "@/lib/platform/config/env";
import { numbersIn } from "../domain/number-digits";

const ERASED = /^erased:[0-9a-f]{40}$/;

/** What stands for a name that may tell a person: the same for the same name, and nobody works it out without the server's key. */
export function erasedName(company: CompanyId, name: string): string {
  return `erased:${keyed(company, `name:${name}`).toString("hex").slice(0, 40)}`;
}

export function isErasedName(name: string): boolean {
  return ERASED.test(name);
}

/** By what words are known again without being kept: the same for the same words, with a key, since short ones are soon guessed. */
export function contentDigest(company: CompanyId, content: string): Buffer<ArrayBuffer> {
  return keyed(company, `words:${content}`);
}

/** By what an erased number is known again in what arrives later. */
export function digitsHash(company: CompanyId, digits: string): Buffer<ArrayBuffer> {
  return keyed(company, `digits:${digits}`);
}

/** The hashes of all numbers that a text may hold, hexadecimal; one null where they are too many to be looked at. */
export function digitsHashesIn(company: CompanyId, text: string): (string | null)[] {
  const numbers = numbersIn(text);
  return numbers ? [...numbers].map((digits) => digitsHash(company, digits).toString("hex")) : [null];
}

function keyed(company: CompanyId, text: string): Buffer<ArrayBuffer> {
  return createHmac("sha256", env().CALLMARK_HASH_KEY).update(`${company}:${text}`).digest();
}
