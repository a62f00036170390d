import { expect, test } from "vitest";
import { asServer, refusalOf } from "@/prisma/scale/testing/as-role";
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

test.each([
  "insert into installation (key_fingerprint) values ('another')",
  "update installation set key_fingerprint = 'another'",
  "delete from installation",
])("the server's role writes the fingerprint by its function only: %s", async (statement) => {
  expect(await asServer((client) => refusalOf(client, statement))).toMatchObject({ code: "42501" });
});
