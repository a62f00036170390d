import { expect, test } from "vitest";
import { clip, clipPayload } from "./clip";

const LONG = "☎".repeat(300_000);

test("a short text is unchanged", () => {
  expect(clip("Sold.")).toBe("Sold.");
  expect(clipPayload({ revenue: "10", tokens: { zip: "80202" } })).toEqual({ revenue: "10", tokens: { zip: "80202" } });
});

test("a long text is cut to its beginning, in whole characters", () => {
  expect(Buffer.byteLength(clip(LONG))).toBeLessThan(70_000);
  const { beginning } = clipPayload({ revenue: "10", note: LONG });
  expect(beginning).toMatch(/^\{"revenue":"10","note":"☎☎☎/);
  expect(Buffer.byteLength(String(beginning))).toBeLessThan(70_000);
});
