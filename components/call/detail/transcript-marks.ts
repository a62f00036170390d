import type { Evaluation } from "@/lib/evaluation/contract";

export type Part = { readonly text: string; readonly marked: boolean };
type Range = { readonly from: number; readonly to: number };

/** Anchor of a transcript segment; positions start at 0. */
export function segmentAnchor(segment: number): string {
  return `said-${segment}`;
}

/** Proof of the newest evaluation of each side, by segment. */
export function proofRanges(evaluations: readonly Evaluation[]): ReadonlyMap<number, readonly Range[]> {
  const newest = (["buyer", "offer"] as const).flatMap(
    (side) => evaluations.find((evaluation) => evaluation.side === side) ?? [],
  );
  const ranges = new Map<number, Range[]>();
  for (const { proof } of newest.flatMap(({ steps }) => steps)) {
    for (const { segment, ...range } of proof?.marks ?? []) {
      ranges.set(segment, [...(ranges.get(segment) ?? []), range]);
    }
  }
  return ranges;
}

/** Splits a text at the marks; overlapping marks are merged. */
export function partsOf(text: string, ranges: readonly Range[]): Part[] {
  const parts: Part[] = [];
  let done = 0;
  for (const { from, to } of ranges.toSorted((one, other) => one.from - other.from)) {
    const [begin, end] = [Math.max(from, done), Math.min(to, text.length)];
    if (begin >= end) continue;
    if (begin > done) parts.push({ text: text.slice(done, begin), marked: false });
    parts.push({ text: text.slice(begin, end), marked: true });
    done = end;
  }
  return done < text.length ? [...parts, { text: text.slice(done), marked: false }] : parts;
}
