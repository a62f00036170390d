/** Line 0 is Monday; column -1 is the heading of the line. */
export type Place = { readonly line: number; readonly column: number };

const LAST_LINE = 6;

export function placeOf(target: EventTarget): Place | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-place]") : null;
  const match = /^([0-6])\.(-1|[0-9]+)$/.exec(cell?.dataset.place ?? "");
  return match ? { line: Number(match[1]), column: Number(match[2]) } : null;
}

/** The place that a key moves to; null for other keys. */
export function reachedBy(key: string, { line, column }: Place, columns: number): Place | null {
  switch (key) {
    case "ArrowLeft":
      return { line, column: Math.max(column - 1, -1) };
    case "ArrowRight":
      return { line, column: Math.min(column + 1, columns - 1) };
    case "ArrowUp":
      return { line: Math.max(line - 1, 0), column };
    case "ArrowDown":
      return { line: Math.min(line + 1, LAST_LINE), column };
    case "Home":
      return { line, column: 0 };
    case "End":
      return { line, column: columns - 1 };
    default:
      return null;
  }
}

/** All places in the rectangle between two corners. */
export function rectangle(one: Place, other: Place): Place[] {
  const lines = range(one.line, other.line);
  const columns = range(one.column, other.column);
  return lines.flatMap((line) => columns.map((column) => ({ line, column })));
}

function range(one: number, other: number): number[] {
  const first = Math.min(one, other);
  return Array.from({ length: Math.abs(one - other) + 1 }, (_, offset) => first + offset);
}
