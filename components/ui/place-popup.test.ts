import { describe, expect, test } from "vitest";
import { placePopup } from "./place-popup";

const viewport = { width: 375, height: 600 };
const below = { side: "below", align: "start", gap: 4 } as const;

describe("a popup beside its anchor", () => {
  test("is below, edge to edge, if there is room", () => {
    const placed = placePopup(
      { left: 20, top: 100, width: 200, height: 32 },
      { width: 200, height: 240 },
      viewport,
      below,
    );
    expect(placed).toEqual({ left: 20, top: 136, maxHeight: 456, side: "below" });
  });

  test("flips if only the other side has room", () => {
    const placed = placePopup(
      { left: 20, top: 500, width: 200, height: 32 },
      { width: 200, height: 240 },
      viewport,
      below,
    );
    expect(placed).toMatchObject({ side: "above", top: 256 });
  });

  test("keeps its side and shrinks when neither side has room and its own is the larger", () => {
    const placed = placePopup(
      { left: 20, top: 200, width: 200, height: 32 },
      { width: 200, height: 900 },
      viewport,
      below,
    );
    expect(placed).toEqual({ left: 20, top: 236, maxHeight: 356, side: "below" });
  });

  test("a tooltip above moves below at the top of the page", () => {
    const preferred = { side: "above", align: "center", gap: 6 } as const;
    const placed = placePopup(
      { left: 100, top: 4, width: 20, height: 20 },
      { width: 80, height: 28 },
      viewport,
      preferred,
    );
    expect(placed).toMatchObject({ side: "below", left: 70, top: 30 });
  });

  test("never leaves the viewport horizontally", () => {
    const atEnd = placePopup(
      { left: 360, top: 100, width: 10, height: 20 },
      { width: 120, height: 28 },
      viewport,
      below,
    );
    expect(atEnd.left).toBe(247);
    const wide = placePopup({ left: 0, top: 100, width: 10, height: 20 }, { width: 500, height: 28 }, viewport, below);
    expect(wide.left).toBe(8);
  });
});
