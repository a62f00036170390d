import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { env } from "./env";

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What a sealed text is for, and whose it is: it opens nowhere else. */
export type SealedFor = { readonly purpose: string; readonly owner: string };

/**
 * AES-256-GCM with a key derived from the installation's key, for secrets that are needed themselves, so that a hash is
 * not enough. Layout: version byte, nonce, sealed text, tag.
 */
export function seal({ purpose, owner }: SealedFor, text: string): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", keyFor(purpose), nonce).setAAD(Buffer.from(owner));
  const sealed = [cipher.update(text, "utf8"), cipher.final()];
  return new Uint8Array(Buffer.concat([Buffer.of(VERSION), nonce, ...sealed, cipher.getAuthTag()]));
}

/** Throws if the text was altered, or sealed for something else or with another key. */
export function unseal({ purpose, owner }: SealedFor, sealed: Uint8Array): string {
  const bytes = Buffer.from(sealed);
  if (bytes[0] !== VERSION || bytes.length < 1 + NONCE_BYTES + TAG_BYTES)
    throw new Error("the secret has an unknown format");
  const nonce = bytes.subarray(1, 1 + NONCE_BYTES);
  const decipher = createDecipheriv("aes-256-gcm", keyFor(purpose), nonce, { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(owner))
    .setAuthTag(bytes.subarray(-TAG_BYTES));
  const text = decipher.update(bytes.subarray(1 + NONCE_BYTES, -TAG_BYTES));
  return Buffer.concat([text, decipher.final()]).toString("utf8");
}

let derived: { readonly from: string; readonly keys: Map<string, Buffer> } | undefined;

function keyFor(purpose: string): Buffer {
  const from = env().CALLMARK_HASH_KEY;
  if (derived?.from !== from) derived = { from, keys: new Map() };
  const key = derived.keys.get(purpose) ?? Buffer.from(hkdfSync("sha256", from, "", purpose, 32));
  derived.keys.set(purpose, key);
  return key;
}
