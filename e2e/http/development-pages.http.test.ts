import { expect, test } from "vitest";
import { ask } from "./support/ask";

test("the pages for who works on the product are in no production build", async () => {
  const { status } = await ask("GET", "/dev/ui");
  expect(status).toBe(404);
});
