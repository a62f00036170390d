import { CannotStart } from "@/lib/base/errors";
import { env } from "@/lib/platform/config/env";
import { keyFingerprint } from "@/lib/platform/config/key-fingerprint.mjs";
import { prisma } from "./prisma";
import { reachable } from "./reachable";

/**
 * Throws if the database was filled with another CALLMARK_HASH_KEY: callers and webhook secrets would not be found again.
 * The first program that asks sets the key of the installation.
 */
export async function assertInstallationKey(): Promise<void> {
  const fingerprint = keyFingerprint(env().CALLMARK_HASH_KEY);
  const [row] = await reachable(
    () => prisma().$queryRaw<{ claimed: string }[]>`select claim_installation(${fingerprint}) as claimed`,
  );
  if (row?.claimed === fingerprint) return;
  throw new CannotStart(
    "CALLMARK_HASH_KEY is not the key that this database was filled with: callers and webhook secrets would not be found " +
      "again. Set the key that belongs to it; npm start reads it from hash-key in DATA_DIR, and backups contain it.",
  );
}
