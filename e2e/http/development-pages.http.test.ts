import { expect, test } from "vitest";
import { ask } from "./support/ask";

test("a production build has no development pages", async () => {
  const { status } = await ask("GET", "/dev/ui");
  expect(status).toBe(404);
});
