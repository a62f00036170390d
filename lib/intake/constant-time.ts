import { createHash, createHmac, timingSafeEqual } from "node:crypto";

/** Both sides are hashed first, so that neither content nor length shows in the time taken. */
export function isSame(given: string, expected: string): boolean {
  return timingSafeEqual(sha256(given), sha256(expected));
}

/** Whether what was given is what one of the secrets makes. Every secret is tried; a blank one fits nothing. */
export function fitsAny(secrets: readonly string[], given: string, expected: (secret: string) => string): boolean {
  return secrets.filter(isUsable).reduce((fits, secret) => isSame(given, expected(secret)) || fits, false);
}

export function isUsable(secret: string): boolean {
  return secret.trim() !== "";
}

/** HMAC-SHA256 in hexadecimal over the parts one after another. */
export function hmacSha256(secret: string, ...parts: readonly (string | Uint8Array)[]): string {
  return parts.reduce((hmac, part) => hmac.update(part), createHmac("sha256", secret)).digest("hex");
}

function sha256(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
