import { expect, test } from "vitest";
import { referenceDocument } from "@/app/api/v1/_reference/document";
import { askRoute } from "@/lib/testing/api/api";
import { findFaults, howMany } from "@/lib/testing/reference/find-faults";
import type { Ask } from "@/lib/testing/reference/given-world";

process.env.LOG_LEVEL = "silent";

test("every answer to a random request matches the reference", async () => {
  const ask: Ask = async (method, address, sent) => (await askRoute(method, address, sent)).answer;
  const { faults, statuses } = await findFaults(referenceDocument(), ask, howMany(300));
  expect(faults).toEqual([]);
  // A run whose requests are all rejected would test nothing.
  expect(statuses[200]).toBeGreaterThan(howMany(300).count / 10);
});
