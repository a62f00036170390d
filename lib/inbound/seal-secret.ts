import type { CompanyId } from "@/lib/base/ids";
import { type SealedFor, seal, unseal } from "@/lib/platform/config/seal";

/** The company and endpoint of a sealed secret; it opens nowhere else. */
export type SecretPlace = { readonly company: CompanyId; readonly endpointId: number };

/** Signatures need the secret itself, so a hash is not enough. */
export function sealSecret(place: SecretPlace, secret: string): Uint8Array<ArrayBuffer> {
  return seal(sealedFor(place), secret);
}

/** Throws if the secret was altered, or sealed for another place or with another key. */
export function openSecret(place: SecretPlace, sealed: Uint8Array): string {
  return unseal(sealedFor(place), sealed);
}

/** The secrets that open. After a change of the server's key none does, so signatures count as missing. */
export function openSecrets(place: SecretPlace, sealed: readonly Uint8Array[]): string[] {
  return sealed.flatMap((secret) => {
    try {
      return [openSecret(place, secret)];
    } catch {
      return [];
    }
  });
}

function sealedFor({ company, endpointId }: SecretPlace): SealedFor {
  return { purpose: "callmark webhook secrets", owner: `${company}:${endpointId}` };
}
