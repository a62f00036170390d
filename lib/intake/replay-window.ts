import type { SignatureCheck } from "@/lib/intake/delivery";

export const FIVE_MINUTES_MS = 5 * 60_000;

/** What a signature that carries its time is worth: one that does not fit is wrong at any age, and a clock may be off either way. */
export function judgeAge(fits: boolean, signedAtMs: number, receivedAt: Date, windowMs: number): SignatureCheck {
  if (!fits) return "wrong";
  return Math.abs(receivedAt.getTime() - signedAtMs) <= windowMs ? "valid" : "too_old";
}
