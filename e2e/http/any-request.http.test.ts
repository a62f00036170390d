import { expect, test } from "vitest";
import type { OpenApi } from "@/lib/platform/contract/open-api";
import { findFaults, howMany } from "@/lib/testing/reference/find-faults";
import { ask } from "./support/ask";

const reference = (await ask("GET", "/api/v1/openapi.json")).body as OpenApi;

test("every answer to a random request matches the reference", async () => {
  const { faults, statuses } = await findFaults(
    reference,
    async (method, address, sent) => ask(method, `/api/v1${address}`, sent),
    howMany(300),
  );
  expect(faults).toEqual([]);
  // A run whose requests are all rejected would test nothing.
  expect(statuses[200]).toBeGreaterThan(howMany(300).count / 10);
});
