import type { Media } from "./file-output";

/**
 * Which of these media types `Accept` prefers to JSON: the first that it names, unless it names JSON or anything before.
 * Null for JSON.
 */
export function acceptedMedia(accept: string | null, offered: readonly Media[]): Media | null {
  const named = (accept ?? "")
    .split(",")
    .map((part) =>
      part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/),
    )
    .map(([type = "", ...parameters]) => ({ type, weight: weightOf(parameters) }))
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight);
  for (const { type } of named) {
    if (type === "application/json" || type === "*/*" || type === "application/*") return null;
    const media = offered.find((candidate) => candidate === type);
    if (media) return media;
  }
  return null;
}

function weightOf(parameters: readonly string[]): number {
  const weight = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
  return weight === undefined ? 1 : Number(weight) || 0;
}
