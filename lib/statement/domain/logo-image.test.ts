import { expect, test } from "vitest";
import { jpeg, png } from "@/lib/testing/statement/images";
import { readLogoImage } from "./logo-image";

test("a PNG and a JPEG are known by their content, with their size", () => {
  expect(readLogoImage(png({ width: 3, height: 2 }))).toMatchObject({
    mediaType: "image/png",
    width: 3,
    height: 2,
    lineBytes: 13,
    isUnusual: false,
  });
  expect(readLogoImage(jpeg({ width: 640, height: 200 }))).toEqual({
    mediaType: "image/jpeg",
    width: 640,
    height: 200,
  });
});

test("what is neither, or ends before its end, is no image", () => {
  const text = (words: string) => new TextEncoder().encode(words);
  for (const bytes of [text(""), text("<svg/>"), text("GIF89a"), text("%PDF-1.7"), Uint8Array.of(0xff, 0xd8, 0xff)])
    expect(readLogoImage(bytes)).toBeNull();
  for (const whole of [png({ width: 3, height: 2 }), jpeg({ width: 9, height: 9 }).subarray(0, 12)])
    for (let length = 0; length < whole.length; length += 1)
      expect(readLogoImage(whole.subarray(0, length))).toBeNull();
});

test("a part that claims to be longer than the file is no image", () => {
  const bytes = png({ width: 3, height: 2 });
  new DataView(bytes.buffer).setUint32(33, 0x7fffffff);
  expect(readLogoImage(bytes)).toBeNull();
});

test.each([
  ["interlaced", { interlaced: true }],
  ["animated", { more: ["acTL"] }],
  ["transparent with fewer than 8 bits", { bits: 4, color: 3, more: ["tRNS"] }],
])("a PNG that is %s is unusual", (_, options) => {
  expect(readLogoImage(png({ width: 3, height: 2, ...options }))).toMatchObject({ isUnusual: true });
});
