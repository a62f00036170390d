import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import type { CompanyId } from "@/lib/base/ids";
import { env } from "@/lib/platform/config/env";

/** The account that a cursor continues. */
export type CursorPlace = { readonly company: CompanyId; readonly accountId: number };

const BYTES = 16;

/** Signs a cursor, so that nobody can make one or use it for another account or company. */
export function signCursor({ company, accountId }: CursorPlace, content: string): string {
  const signed = JSON.stringify([company, accountId, content]);
  return createHmac("sha256", signingKey()).update(signed).digest().subarray(0, BYTES).toString("base64url");
}

export function isSignatureOf(place: CursorPlace, content: string, signature: string): boolean {
  const [wanted, sent] = [Buffer.from(signCursor(place, content)), Buffer.from(signature)];
  return wanted.length === sent.length && timingSafeEqual(wanted, sent);
}

let derived: { readonly from: string; readonly key: Buffer } | undefined;

function signingKey(): Buffer {
  const from = env().CALLMARK_HASH_KEY;
  if (derived?.from !== from) {
    derived = { from, key: Buffer.from(hkdfSync("sha256", from, "", "callmark account cursors", 32)) };
  }
  return derived.key;
}
