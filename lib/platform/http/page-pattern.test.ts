import { expect, test } from "vitest";
import { compilePatterns, pagePattern } from "./page-pattern";

const patterns = compilePatterns([
  "/",
  "/calls/[id]",
  "/calls/new",
  "/docs/api/[...part]",
  "/icon.svg",
  "/x/[[...rest]]",
]);

test.each([
  ["/", "/"],
  ["/calls/7", "/calls/{id}"],
  ["/calls/new", "/calls/new"],
  ["/calls/7/", "/calls/{id}"],
  ["/docs/api/calls/list", "/docs/api/{part}"],
  ["/icon.svg", "/icon.svg"],
  ["/iconXsvg", undefined],
  ["/x", "/x/{rest}"],
  ["/calls/7/more", undefined],
])("%s is named %s", (path, name) => {
  expect(patterns.find(({ matches }) => matches.test(path))?.name).toBe(name);
});

test("a path without a page, which may contain anything, is not named", () => {
  expect(pagePattern("/secure/a-token/of/a/buyer")).toBe("other");
});
