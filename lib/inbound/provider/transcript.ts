import type { Segment } from "@/lib/call/domain/evaluation-facts";
import { storableText } from "@/lib/inbound/provider/text";

const CHARACTERS_AT_MOST = 100_000;
const SPEAKER_CHARACTERS = 50;

const CUSTOMER = new Set(["user", "customer", "caller", "human"]);
const AGENT = new Set(["assistant", "agent", "bot", "robot", "ai"]);

/** A transcript line as a provider reports it. A line without a time gets the time of the line before. */
export type ReportedLine = { readonly speaker: unknown; readonly text: unknown; readonly atSeconds: unknown };

/**
 * A transcript with the speakers "customer" and "agent", so that a rule works with every provider. The line that
 * exceeds the limit is cut, later ones are dropped.
 */
export function transcriptOf(lines: readonly ReportedLine[]): Segment[] {
  const segments: Segment[] = [];
  let left = CHARACTERS_AT_MOST;
  for (const line of lines) {
    if (left <= 0) break;
    const text = typeof line.text === "string" ? storableText(line.text.trim(), left) : "";
    if (text === "") continue;
    segments.push({
      speaker: speakerOf(line.speaker),
      text,
      atSeconds: timeOf(line.atSeconds) ?? segments.at(-1)?.atSeconds ?? 0,
    });
    left -= text.length;
  }
  return segments;
}

function speakerOf(value: unknown): string {
  const speaker = typeof value === "string" ? storableText(value.trim().toLowerCase(), SPEAKER_CHARACTERS) : "";
  if (CUSTOMER.has(speaker)) return "customer";
  if (AGENT.has(speaker)) return "agent";
  return speaker || "unknown";
}

/** Seconds with milliseconds, because lines are looked up in the recording by them. */
function timeOf(value: unknown): number | undefined {
  if (typeof value !== "number" || !(value >= 0 && value <= 1_000_000)) return undefined;
  return Math.round(value * 1000) / 1000;
}
