import { readdirSync, readFileSync } from "node:fs";
import { afterEach, expect, test, vi } from "vitest";

/** Components that render nothing by themselves, or are part of a shown one. */
const NOT_SHOWN = new Set([
  "checkbox-box",
  "combobox-list",
  "dialog",
  "facts",
  "field-message",
  "filter-label",
  "hover-text",
  "leave-dialog",
  "link-pending",
  "list-keys",
  "select-box",
  "toasts",
]);

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

test.each([
  ["development", true],
  ["production", false],
])("%s has the page: %s", async (environment, expected) => {
  vi.stubEnv("NODE_ENV", environment);
  const { default: config } = await import("@/next.config.mjs");
  expect(config.pageExtensions?.includes("dev.tsx")).toBe(expected);
  // Without that extension, production builds would have the page.
  expect(readdirSync("app/dev/ui")).not.toContain("page.tsx");
});

test("the page shows every primitive", () => {
  const sources = readdirSync("app/dev/ui").map((name) => readFileSync(`app/dev/ui/${name}`, "utf8"));
  const primitives = readdirSync("components/ui").flatMap((name) => /^(.+)\.tsx$/.exec(name)?.[1] ?? []);
  const shown = (name: string) => sources.some((source) => source.includes(`"@/components/ui/${name}"`));
  expect(primitives.filter((name) => !shown(name) && !NOT_SHOWN.has(name))).toEqual([]);
  expect([...NOT_SHOWN].filter((name) => shown(name) || !primitives.includes(name))).toEqual([]);
});
