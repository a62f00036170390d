import { describe, expect, test } from "vitest";
import { moveActive } from "./combobox-keys";

describe("the active option", () => {
  test("wraps around with the arrow keys", () => {
    expect(moveActive(-1, "ArrowDown", 3)).toBe(0);
    expect(moveActive(2, "ArrowDown", 3)).toBe(0);
    expect(moveActive(0, "ArrowUp", 3)).toBe(2);
    expect(moveActive(-1, "ArrowUp", 3)).toBe(2);
  });

  test("stops at the ends with the page keys", () => {
    expect(moveActive(4, "PageDown", 50)).toBe(14);
    expect(moveActive(45, "PageDown", 50)).toBe(49);
    expect(moveActive(3, "PageUp", 50)).toBe(0);
  });

  test("is none without options, and stays on any other key", () => {
    expect(moveActive(0, "ArrowDown", 0)).toBe(-1);
    expect(moveActive(2, "a", 3)).toBe(2);
  });
});
