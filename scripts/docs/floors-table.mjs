import { FLOORS } from "../boundaries/floors.mjs";

const BEGIN = "<!-- floors: written by npm run docs -->";
const END = "<!-- end of floors -->";

/**
 * The page with the table of floors from scripts/boundaries/floors.mjs, highest floor first.
 * @param {string} page
 */
export function withFloors(page) {
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`The page lacks ${BEGIN} … ${END}.`);
  return `${before}${BEGIN}\n${table()}\n${END}${after}`;
}

function table() {
  const rows = FLOORS.toReversed().map(
    ({ nouns, holds }) => `| ${nouns.map((noun) => `\`${noun}\``).join(" · ")} | ${holds} |`,
  );
  return ["| nouns | what they hold |", "|---|---|", ...rows].join("\n");
}
