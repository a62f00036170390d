import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/platform/config/env";

type Owner = { readonly id: number; readonly passwordHash: string | null };

/**
 * A device token: a random name, signed for the member. A new password invalidates it. It grants no access; it only
 * gives the device its own failure counter.
 */
export function newDevice(owner: Owner): string {
  const name = randomBytes(18).toString("base64url");
  return `${name}.${signature(owner, name)}`;
}

/** The name of a device that this member signed in with before, or null. */
export function deviceName(owner: Owner, token: string | undefined): string | null {
  const [name = "", signed = ""] = token?.split(".") ?? [];
  const [expected, sent] = [Buffer.from(signature(owner, name)), Buffer.from(signed)];
  return expected.length === sent.length && timingSafeEqual(expected, sent) ? name : null;
}

function signature({ id, passwordHash }: Owner, name: string): string {
  const signed = ["known device", id, passwordHash ?? "", name].join("\0");
  return createHmac("sha256", env().NEXTAUTH_SECRET).update(signed).digest("base64url");
}
