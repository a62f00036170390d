import { readFileSync, writeFileSync } from "node:fs";
import { inRoot } from "@/scripts/setup/paths.mjs";

const BEGIN = "<!-- begin of the last run -->";
const END = "<!-- end of the last run -->";

/** Writes the report between the marks of bench/README.md. */
export function writeReadme(report: string): void {
  const file = inRoot("bench/README.md");
  const text = readFileSync(file, "utf8");
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`${file} lacks the marks ${BEGIN} and ${END}.`);
  writeFileSync(file, `${text.slice(0, begin + BEGIN.length)}\n\n${report}\n${text.slice(end)}`);
}
