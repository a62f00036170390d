import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync(new URL("../../app/globals.css", import.meta.url), "utf8");
const THEMES = ["light", "dark"] as const;
const SURFACES = ["page", "raised", "sunken", "accent-tint"];
const LETTERS = ["ink", "ink-muted", "accent", "accent-strong", "positive", "neutral", "caution", "negative"];
const PAIRS = [
  ...LETTERS.flatMap((letters) => SURFACES.map((surface) => [letters, surface])),
  ...["positive", "neutral", "caution", "negative"].map((tone) => [tone, `${tone}-tint`]),
  ...["positive", "neutral", "caution", "negative"].map((tone) => ["ink", `${tone}-tint`]),
  ...["accent", "accent-strong"].map((surface) => ["on-accent", surface]),
  ...["negative", "negative-strong"].map((surface) => ["on-negative", surface]),
  ["page", "ink"],
  ["page", "neutral"],
] as [string, string][];

describe.each(THEMES)("in the %s theme", (theme) => {
  test.each(PAIRS)("%s is readable on %s", (letters, surface) => {
    expect(contrast(token(letters, theme), token(surface, theme))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(["page", "raised", "sunken"])("the edge of a control is visible on %s", (surface) => {
    expect(contrast(token("line-strong", theme), token(surface, theme))).toBeGreaterThanOrEqual(3);
  });
});

function token(name: string, theme: (typeof THEMES)[number]): string {
  const match = new RegExp(`--color-${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\);`).exec(css);
  const colour = match?.[theme === "light" ? 1 : 2];
  if (!colour) throw new Error(`globals.css has no --color-${name} with a light and a dark value.`);
  return colour;
}

/** Formula of WCAG 2.2. */
function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
