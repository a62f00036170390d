import { createHash } from "node:crypto";

/** Keys and tokens are long and random: a plain SHA-256 is all that is kept of them, and nothing can be guessed from it. */
export function credentialHash(secret: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(secret).digest());
}
