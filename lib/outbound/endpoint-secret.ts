import { randomBytes } from "node:crypto";
import type { CompanyId } from "@/lib/base/ids";
import { seal, unseal } from "@/lib/platform/config/seal";

const KEY_BYTES = 32;

/** A secret in the form of Standard Webhooks, which its libraries take as it is. */
export function createEndpointSecret(): string {
  return `whsec_${randomBytes(KEY_BYTES).toString("base64")}`;
}

export function sealEndpointSecret(company: CompanyId, secret: string): Uint8Array<ArrayBuffer> {
  return seal(sealedFor(company), secret);
}

/** Throws if the secret was altered, or sealed for another company or with another key. */
export function openEndpointSecret(company: CompanyId, sealed: Uint8Array): string {
  return unseal(sealedFor(company), sealed);
}

/** Whether the server's key opens it. */
export function opensEndpointSecret(company: CompanyId, sealed: Uint8Array): boolean {
  try {
    openEndpointSecret(company, sealed);
    return true;
  } catch {
    return false;
  }
}

function sealedFor(company: CompanyId) {
  return { purpose: "callmark secrets of outgoing webhooks", owner: String(company) };
}
