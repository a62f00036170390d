export type Box = { left: number; top: number; width: number; height: number };
export type Size = { width: number; height: number };
export type Placing = { side: "below" | "above"; align: "start" | "center" | "end"; gap: number };
export type Placed = { left: number; top: number; maxHeight: number; side: "below" | "above" };

const MARGIN = 8;

/** Viewport pixels. Uses the preferred side unless only the other has room. */
export function placePopup(anchor: Box, popup: Size, viewport: Size, { side, align, gap }: Placing): Placed {
  const bottom = anchor.top + anchor.height;
  const roomBelow = viewport.height - bottom - gap - MARGIN;
  const roomAbove = anchor.top - gap - MARGIN;
  const [roomThere, roomOpposite] = side === "below" ? [roomBelow, roomAbove] : [roomAbove, roomBelow];
  const stays = popup.height <= roomThere || roomThere >= roomOpposite;
  const placedSide = stays === (side === "below") ? "below" : "above";

  const maxHeight = Math.max(0, placedSide === "below" ? roomBelow : roomAbove);
  const height = Math.min(popup.height, maxHeight);
  const free = anchor.width - popup.width;
  const wishedLeft = anchor.left + { start: 0, center: free / 2, end: free }[align];
  const left = Math.max(MARGIN, Math.min(wishedLeft, viewport.width - popup.width - MARGIN));

  return { left, top: placedSide === "below" ? bottom + gap : anchor.top - gap - height, maxHeight, side: placedSide };
}
