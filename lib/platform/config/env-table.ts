import { z } from "zod";
import { Env } from "./env";

const BEGIN = "<!-- settings: written by npm run env-example -->";
const END = "<!-- end of settings -->";

/** The page with the table of every variable of the server. */
export function withSettings(page: string): string {
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`The page lacks ${BEGIN} … ${END}.`);
  return `${before}${BEGIN}\n${settingsTable()}\n${END}${after}`;
}

function settingsTable(): string {
  const { properties = {}, required = [] } = z.toJSONSchema(Env);
  const rows = Object.entries(properties).map(([name, schema]) => {
    if (typeof schema === "boolean") throw new Error(`${name} has no schema.`);
    const { description = "", default: standard } = schema;
    const isRequired = required.includes(name) && standard === undefined;
    return `| \`${name}\` | ${description} | ${isRequired ? "required" : standard === undefined ? "" : `\`${standard}\``} |`;
  });
  return ["| variable | meaning | default |", "|---|---|---|", ...rows].join("\n");
}
