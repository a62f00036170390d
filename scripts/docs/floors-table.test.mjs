import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { FLOORS } from "../boundaries/floors.mjs";
import { inRoot } from "../setup/paths.mjs";
import { withFloors } from "./floors-table.mjs";

const page = readFileSync(inRoot("docs/architecture.md"), "utf8");

test("the architecture page shows the current floors (npm run docs writes them)", () => {
  expect(withFloors(page)).toBe(page);
});

test("a noun missing from the page is found", () => {
  const [noun = ""] = FLOORS[0]?.nouns ?? [];
  const outdated = page.replace(`\`${noun}\``, "`elsewhere`");
  expect(outdated).not.toBe(page);
  expect(withFloors(outdated)).not.toBe(outdated);
});
