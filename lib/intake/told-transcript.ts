import type { SpokenLine } from "@/lib/intake/call-report";
import { keepable } from "@/lib/intake/plain-text";

const CHARACTERS_AT_MOST = 100_000;
const SPEAKER_CHARACTERS = 50;

const CUSTOMER = new Set(["user", "customer", "caller", "human"]);
const AGENT = new Set(["assistant", "agent", "bot", "robot", "ai"]);

/** A line as a maker tells it; without a time it was said when the one before was. */
export type ToldLine = { readonly speaker: unknown; readonly text: unknown; readonly atSeconds: unknown };

/**
 * What was said, with the same two words for the two sides whoever reports it, so that a phrase of the "customer" is
 * found with every maker. The line that crosses the limit is cut, those after it are left out.
 */
export function transcriptOf(lines: readonly ToldLine[]): SpokenLine[] {
  const said: SpokenLine[] = [];
  let left = CHARACTERS_AT_MOST;
  for (const line of lines) {
    if (left <= 0) break;
    const text = typeof line.text === "string" ? keepable(line.text.trim(), left) : "";
    if (text === "") continue;
    said.push({
      speaker: speakerOf(line.speaker),
      text,
      atSeconds: timeOf(line.atSeconds) ?? said.at(-1)?.atSeconds ?? 0,
    });
    left -= text.length;
  }
  return said;
}

function speakerOf(told: unknown): string {
  const word = typeof told === "string" ? keepable(told.trim().toLowerCase(), SPEAKER_CHARACTERS) : "";
  if (CUSTOMER.has(word)) return "customer";
  if (AGENT.has(word)) return "agent";
  return word || "unknown";
}

/** Seconds keep their fraction, to the millisecond: lines are found in a recording by it. */
function timeOf(told: unknown): number | undefined {
  if (typeof told !== "number" || !(told >= 0 && told <= 1_000_000)) return undefined;
  return Math.round(told * 1000) / 1000;
}
