import type { Line } from "../bench";

const HEAD = ["What", "Measured", "Target", "Met"];

/** A Markdown table with aligned columns. */
export function table(lines: readonly Line[]): string {
  const rows = lines.map(({ what, measured, target, met }) => [what, measured, target, target && (met ? "yes" : "no")]);
  const widths = HEAD.map((_, column) => Math.max(...[HEAD, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  return [line(HEAD), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}
