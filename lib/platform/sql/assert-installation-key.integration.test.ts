import { expect, test } from "vitest";
import { assertInstallationKey } from "./assert-installation-key";
import { prisma } from "./prisma";

const storedFingerprints = () => prisma().$queryRaw`select key_fingerprint from installation`;

test("the first key is the installation's, and no other is accepted", async () => {
  const { env } = await import("@/lib/platform/config/env");
  await Promise.all([assertInstallationKey(), assertInstallationKey()]);
  const stored = await storedFingerprints();
  expect(stored).toEqual([{ key_fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/) }]);

  const own = env().CALLMARK_HASH_KEY;
  env().CALLMARK_HASH_KEY = "another key of sixteen characters";
  await expect(assertInstallationKey()).rejects.toThrow("CALLMARK_HASH_KEY is not the key that this database");
  env().CALLMARK_HASH_KEY = own;
  await assertInstallationKey();
  expect(await storedFingerprints()).toEqual(stored);
});
