import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import type { CompanyId } from "@/lib/base/ids";
import { env } from "@/lib/platform/config/env";

/** The company, endpoint and number of a sealed secret; it opens nowhere else. */
export type SecretPlace = { readonly company: CompanyId; readonly endpointId: number };

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * AES-256-GCM with a key derived from the server's key: signatures need the secret itself, so a hash is not enough.
 * Layout: version byte, nonce, sealed text, tag.
 */
export function sealSecret(place: SecretPlace, secret: string): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", sealingKey(), nonce).setAAD(belongsTo(place));
  const sealed = [cipher.update(secret, "utf8"), cipher.final()];
  return new Uint8Array(Buffer.concat([Buffer.of(VERSION), nonce, ...sealed, cipher.getAuthTag()]));
}

/** Throws if the secret was altered, or sealed for another place or with another key. */
export function openSecret(place: SecretPlace, sealed: Uint8Array): string {
  const bytes = Buffer.from(sealed);
  if (bytes[0] !== VERSION || bytes.length < 1 + NONCE_BYTES + TAG_BYTES)
    throw new Error("the secret has an unknown format");
  const nonce = bytes.subarray(1, 1 + NONCE_BYTES);
  const decipher = createDecipheriv("aes-256-gcm", sealingKey(), nonce, { authTagLength: TAG_BYTES })
    .setAAD(belongsTo(place))
    .setAuthTag(bytes.subarray(-TAG_BYTES));
  const text = decipher.update(bytes.subarray(1 + NONCE_BYTES, -TAG_BYTES));
  return Buffer.concat([text, decipher.final()]).toString("utf8");
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

function belongsTo({ company, endpointId }: SecretPlace): Buffer {
  return Buffer.from(`${company}:${endpointId}`);
}

let derived: { readonly from: string; readonly key: Buffer } | undefined;

function sealingKey(): Buffer {
  const from = env().CALLMARK_HASH_KEY;
  if (derived?.from !== from) {
    derived = { from, key: Buffer.from(hkdfSync("sha256", from, "", "callmark webhook secrets", 32)) };
  }
  return derived.key;
}
