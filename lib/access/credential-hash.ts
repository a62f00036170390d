import { createHash } from "node:crypto";

/** Keys and tokens are long and random, so a plain SHA-256 cannot be guessed. */
export function credentialHash(secret: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(secret).digest());
}
