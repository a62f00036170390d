import { expect, test } from "vitest";
import { decodable, isPage, withoutOrigin } from "./normalize-requests";

test.each(["/", "/api/v1/calls/7", "/calls?q=%E0%A4%A", "/calls/%F0%9F%98%80?a=b?c", "/a%20b", "*"])(
  "%s can be decoded and is unchanged",
  (url) => {
    expect(decodable(url)).toBe(url);
  },
);

test.each([
  ["/calls/%E0%A4%A", "/calls/%25E0%25A4%25A"],
  ["/calls/%", "/calls/%25"],
  ["/calls/%ff?q=%ff", "/calls/%25ff?q=%ff"],
  ["/%20/%zz", "/%2520/%25zz"],
])("the percent signs of %s are escaped", (url, repaired) => {
  expect(decodable(url)).toBe(repaired);
  expect(() => decodeURIComponent(repaired.split("?")[0] ?? "")).not.toThrow();
});

test.each([
  ["http://callmark.test/api/v1/calls?a=http://b", "/api/v1/calls?a=http://b"],
  ["HTTPS://callmark.test:8443/", "/"],
  ["http://callmark.test", "/"],
  ["http://callmark.test?a=b", "/?a=b"],
  ["/api//v1?a=http://b", "/api//v1?a=http://b"],
  ["*", "*"],
])("a request for the whole URL %s becomes a request for %s", (url, path) => {
  expect(withoutOrigin(url)).toBe(path);
});

test.each([
  ["/", true],
  ["/sign-in?callbackUrl=/api/v1", true],
  ["/apis", true],
  ["/api/../sign-in", true],
  ["/_next/%2e%2E/sign-in", true],
  ["//[", true],
  ["/api/v1/calls/7", false],
  ["/api/auth/signout", false],
  ["/_next/static/a.js", false],
  ["/__nextjs_original-stack-frames", false],
])("%s is a page: %s", (url, expected) => {
  expect(isPage(url)).toBe(expected);
});
