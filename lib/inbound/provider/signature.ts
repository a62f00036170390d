import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { InboundEvent, SignatureCheck } from "@/lib/inbound/domain/inbound-event";

export const FIVE_MINUTES_MS = 5 * 60_000;

/** The credentials after the scheme in the Authorization header; null without that scheme. */
export function credentialsOf({ headers }: InboundEvent, scheme: "Basic" | "Bearer"): string | null {
  const header = headers.get("authorization")?.trim() ?? "";
  const [name, ...rest] = header.split(" ");
  if (name?.toLowerCase() !== scheme.toLowerCase()) return null;
  return rest.join(" ").trim() || null;
}

/** Both sides are hashed first, so that the time reveals neither content nor length. */
export function isSame(sent: string, expected: string): boolean {
  return timingSafeEqual(sha256(sent), sha256(expected));
}

/** Whether `given` is the signature by one of the secrets. Tries every secret; a blank one never matches. */
export function matchesAny(secrets: readonly string[], sent: string, sign: (secret: string) => string): boolean {
  return secrets.filter(isUsable).reduce((matches, secret) => isSame(sent, sign(secret)) || matches, false);
}

/** Adds an age check to a signature that carries its time; clocks may differ either way. */
export function checkAge(matches: boolean, signedAtMs: number, receivedAt: Date, windowMs: number): SignatureCheck {
  if (!matches) return "wrong";
  return Math.abs(receivedAt.getTime() - signedAtMs) <= windowMs ? "valid" : "too_old";
}

/** Hex HMAC-SHA256 over the concatenated parts. */
export function hmacSha256(secret: string, ...parts: readonly (string | Uint8Array)[]): string {
  return parts.reduce((hmac, part) => hmac.update(part), createHmac("sha256", secret)).digest("hex");
}

function isUsable(secret: string): boolean {
  return secret.trim() !== "";
}

function sha256(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
