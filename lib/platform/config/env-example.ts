import { z } from "zod";
import { Env } from "./env";

const INTRODUCTION = `# Written from lib/platform/config/env.ts by npm run env-example.
# npm start and npm run dev need none of these: they start a database of their own and make the secrets.
# To set some, copy this file to .env and load it first: set -a; . ./.env; set +a; npm start`;

/**
 * The text of `.env.example`: every variable of the server, required ones uncommented, the others with their default.
 */
export function envExample(): string {
  const { properties = {}, required = [] } = z.toJSONSchema(Env);
  const variables = Object.entries(properties).map(([name, schema]) => {
    if (typeof schema === "boolean") throw new Error(`${name} has no schema.`);
    return describeVariable(name, schema, required.includes(name));
  });
  return `${[INTRODUCTION, ...variables].join("\n\n")}\n`;
}

type Schema = { description?: string; default?: unknown; enum?: unknown[]; minimum?: number; maximum?: number };

function describeVariable(name: string, schema: Schema, isRequired: boolean): string {
  const { description, default: standard, minimum, maximum } = schema;
  if (!description) throw new Error(`${name} has no description.`);
  const choice = schema.enum ? ` One of ${schema.enum.join(", ")}.` : "";
  const range = minimum !== undefined && maximum !== undefined ? ` From ${minimum} to ${maximum}.` : "";
  const assignment = isRequired && standard === undefined ? `${name}=` : `# ${name}=${standard ?? ""}`;
  return `# ${description}${choice}${range}\n${assignment}`;
}
