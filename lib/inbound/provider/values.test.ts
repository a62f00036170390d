import { expect, test } from "vitest";
import { callerOf, idOf, uuidOf, webAddressOf } from "./identifiers";
import { epochOf, instantOf } from "./instants";
import { secondsOf } from "./seconds";
import { tokenName, tokensOf } from "./tokens";
import { transcriptOf } from "./transcript";

const now = new Date("2026-11-23T10:05:00Z");

test.each([
  ["leadScore", "lead_score"],
  ["Lead Score", "lead_score"],
  ["ZIP", "zip"],
  ["_private", "private"],
  ["2nd_choice", "nd_choice"],
  ["größe", "gr_e"],
  ["__proto__", "proto"],
  ["x".repeat(100), "x".repeat(64)],
  ["42", undefined],
  ["", undefined],
])("%j is the token %j", (name, token) => {
  expect(tokenName(name)).toBe(token);
});

test("tokens are strings, flattened and limited; the first of a name counts", () => {
  const odd = JSON.parse(
    '{"__proto__":"x","a":{"b":{"c":1,"d":{"e":2}}},"n":1e999,"big":12345678901234567890,"A":"y"}',
  );
  expect(tokensOf(odd, { a: "z", n: null, nul: "a\0b", half: "\ud800" })).toEqual({
    proto: "x",
    a_b_c: "1",
    a: "y",
    nul: "ab",
    half: "\ufffd",
  });
  const many = Object.fromEntries(Array.from({ length: 900 }, (_, position) => [`t${position}`, position]));
  expect(Object.keys(tokensOf(many))).toHaveLength(500);
  expect(tokensOf({ long: "x".repeat(9000) }).long).toHaveLength(4000);
  const long = Object.fromEntries(Array.from({ length: 100 }, (_, position) => [`t${position}`, "x".repeat(4000)]));
  expect(Object.keys(tokensOf(long))).toHaveLength(24);
});

test("a transcript is cut at its limit, and speakers have the same names for every provider", () => {
  const lines = ["user", "bot", "Robot", "CALLER", "Dr. Who", 7].map((speaker) => ({
    speaker,
    text: "x".repeat(20_000),
    atSeconds: 1,
  }));
  const sent = transcriptOf(lines);
  expect(sent.map((line) => line.speaker)).toEqual(["customer", "agent", "agent", "customer", "dr. who"]);
  expect(sent.reduce((sum, line) => sum + line.text.length, 0)).toBe(100_000);
  expect(
    transcriptOf([
      { speaker: "user", text: "Hi", atSeconds: Number.NaN },
      { speaker: "user", text: " ", atSeconds: 1 },
    ]),
  ).toEqual([{ speaker: "customer", text: "Hi", atSeconds: 0 }]);
});

test.each([
  [90, 90],
  [90.9, 90],
  ["90", 90],
  ["90.5", 90],
  [-1, undefined],
  ["-1", undefined],
  [Number.NaN, undefined],
  [Number.POSITIVE_INFINITY, undefined],
  [1e9, undefined],
  ["1e3", undefined],
  ["90s", undefined],
  [null, undefined],
])("%j are %j seconds", (value, seconds) => {
  expect(secondsOf(value)).toBe(seconds);
});

test.each([
  ["2026-11-23T10:00:00Z", "2026-11-23T10:00:00.000Z"],
  ["2026-11-23 10:00:00", "2026-11-23T10:00:00.000Z"],
  ["2026-11-23T03:00:00.123456-07:00", "2026-11-23T10:00:00.123Z"],
  ["Mon, 23 Nov 2026 10:00:00 +0000", "2026-11-23T10:00:00.000Z"],
  ["2026-11-24T10:05:00Z", "2026-11-24T10:05:00.000Z"],
  ["2026-11-24T10:05:01Z", undefined],
  ["1999-12-31T23:59:59Z", undefined],
  ["2026-13-01T00:00:00Z", undefined],
  ["1", undefined],
  ["yesterday", undefined],
  [1795428000, undefined],
])("%j is the instant %j", (value, instant) => {
  expect(instantOf(value, now)?.toISOString()).toBe(instant);
});

test("seconds and milliseconds since 1970", () => {
  const at = now.getTime();
  expect(epochOf(at, "milliseconds", now)).toEqual(now);
  expect(epochOf(String(at / 1000), "seconds", now)).toEqual(now);
  expect(epochOf(at, "seconds", now)).toBeUndefined();
  expect(epochOf("0", "seconds", now)).toBeUndefined();
});

test("callers, ids, uuids and addresses", () => {
  expect(callerOf("sip:+13035550142@pbx.test;user=phone")).toBe("+13035550142");
  expect(callerOf("(303) 555-0142")).toBe("3035550142");
  expect(callerOf("sip:anonymous@anonymous.invalid")).toBeUndefined();
  expect(callerOf("client:sales")).toBeUndefined();
  expect(idOf("a b")).toBeUndefined();
  expect(idOf("x".repeat(201))).toBeUndefined();
  expect(idOf(7)).toBe("7");
  expect(uuidOf(null, "x", " 3F2B8C1E-9A4D-4C7E-8B21-0D5F6A7B8C9D ")).toBe("3f2b8c1e-9a4d-4c7e-8b21-0d5f6a7b8c9d");
  expect(webAddressOf("javascript:alert(1)")).toBeUndefined();
  expect(webAddressOf("https://a.test/x y")).toBeUndefined();
});
