import { describe, expect, test } from "vitest";
import { safeReturnPath } from "./safe-return-path";

describe("the path to return to after signing in", () => {
  test.each(["/calls", "/calls/1042", "/calls?q=555-0100&page=2", "/billing#pending", "/a/b/../c"])(
    "%s stays on this site",
    (path) => {
      const returned = safeReturnPath(path);
      expect(returned).toBe(new URL(path, "http://x.test").href.replace("http://x.test", ""));
    },
  );

  test.each([
    undefined,
    null,
    7,
    ["/calls/1", "/calls/2"],
    "",
    "calls",
    "https://evil.test/",
    "//evil.test",
    "///evil.test",
    "/\\evil.test",
    "\\\\evil.test",
    "/\t/evil.test",
    "/\n/evil.test",
    "/.//evil.test",
    "/a/..//evil.test",
    "/./\\evil.test",
    "/%2e//evil.test",
    "javascript:alert(1)",
    " /calls/1",
    "http://own-origin.invalid/calls/1",
  ])("%j leads to the home page", (candidate) => {
    expect(safeReturnPath(candidate)).toBe("/");
  });

  test.each(["/", "/sign-in", "/sign-in?callbackUrl=/sign-in", "/sign-in/", "/setup", "/api/auth/signout", "/api"])(
    "%s is not a page to return to",
    (candidate) => {
      expect(safeReturnPath(candidate)).toBe("/");
    },
  );

  test("a path that only starts like the sign-in page is allowed", () => {
    expect(safeReturnPath("/sign-ins")).toBe("/sign-ins");
  });
});
