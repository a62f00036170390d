import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/platform/config/env";
import { credentialHash } from "./credential-hash";

/** Without letters and digits that look alike. */
const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const LENGTH = 24;
const GROUP = 4;

/**
 * The code that guards the set-up: `7KQM-…`, 120 bits. Derived from the installation's secret, so that all servers agree
 * on it and nothing is stored.
 */
export function setupCode(): string {
  const bytes = createHmac("sha256", env().NEXTAUTH_SECRET).update("setup").digest().subarray(0, LENGTH);
  const letters = Array.from(bytes, (byte) => ALPHABET[byte % ALPHABET.length]).join("");
  return (letters.match(new RegExp(`.{${GROUP}}`, "g")) ?? []).join("-");
}

/** Ignores case, spaces and dashes. */
export function isSetupCode(typed: string): boolean {
  return timingSafeEqual(credentialHash(plain(typed)), credentialHash(plain(setupCode())));
}

function plain(code: string): string {
  return code.toUpperCase().replace(/[^0-9A-Z]/g, "");
}
