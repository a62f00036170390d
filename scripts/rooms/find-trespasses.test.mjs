import { expect, test } from "vitest";
import { findTrespasses } from "./find-trespasses.mjs";

/** @param {string} name */
const importing = (name) => `import { thing } from "${name}";\n`;

test("primitives know nothing of the product", () => {
  expect(findTrespasses("components/ui/table.tsx", importing("./button"))).toEqual([]);
  expect(findTrespasses("components/ui/table.tsx", importing("react"))).toEqual([]);
  for (const name of ["@/components/calls/calls-table", "../calls/calls-table", "@/lib/call/contract"])
    expect(findTrespasses("components/ui/table.tsx", importing(name))).toHaveLength(1);
});

test.each([
  "export async function decide() {}",
  "const now = Date.now();",
  "const now = new Date();",
  "const key = process.env.KEY;",
  "const dice = Math.random();",
])("the domain is pure: %s", (text) => {
  for (const file of ["lib/base/day.ts", "lib/conversion/domain/decide.ts", "lib/inbound/provider/twilio.ts"])
    expect(findTrespasses(file, text)).toHaveLength(1);
  expect(findTrespasses("lib/inbound/receive.ts", text)).toEqual([]);
  expect(findTrespasses("lib/conversion/domain/decide.test.ts", text)).toEqual([]);
});

test("words in comments and texts are not code", () => {
  const text = `/** Never async. */\n// new Date()\nconst title = "Date.now()";\nconst at = new Date(given);\n`;
  expect(findTrespasses("lib/conversion/domain/decide.ts", text)).toEqual([]);
});
