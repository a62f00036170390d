/** The part of each bracket that runs through a row. */
export type LanePart = "starts" | "passes" | "ends" | null;

type Keyed = { readonly key: string; readonly offsets: string | null };
type Span = { readonly from: number; readonly to: number };

/** Gives overlapping brackets lanes of their own; short brackets are inside. */
export function bracketLanes(rows: readonly Keyed[]): LanePart[][] {
  const lanes: Span[][] = [];
  for (const span of spansOf(rows)) {
    const free = lanes.find((lane) => lane.every((other) => span.to < other.from || span.from > other.to));
    if (free) free.push(span);
    else lanes.push([span]);
  }
  return rows.map((_, row) => lanes.map((lane) => partOf(lane, row)));
}

function spansOf(rows: readonly Keyed[]): Span[] {
  const indexOf = new Map(rows.map(({ key }, index) => [key, index]));
  return rows
    .flatMap(({ offsets }, index) => {
      const other = offsets === null ? undefined : indexOf.get(offsets);
      return other === undefined ? [] : [{ from: Math.min(index, other), to: Math.max(index, other) }];
    })
    .sort((one, other) => one.to - one.from - (other.to - other.from) || one.from - other.from);
}

function partOf(lane: readonly Span[], row: number): LanePart {
  const span = lane.find(({ from, to }) => from <= row && row <= to);
  if (!span) return null;
  if (row === span.from) return "starts";
  return row === span.to ? "ends" : "passes";
}
