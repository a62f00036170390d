import { parseArgs } from "node:util";
import { Failure } from "../setup/failure.mjs";

export const CHECKS = ["format", "lint", "boundaries", "types"];
export const WITHOUT_SERVER = ["unit", "integration"];
export const WITH_SERVER = ["http", "e2e"];

/** The README's commands in a copy of what is tracked. */
export const CLONE = "clone";

const ALL = [...CHECKS, ...WITHOUT_SERVER, "build", ...WITH_SERVER, CLONE];

/** `npm test` runs everything, `npm test -- unit lint` those parts, `--clock=+400d` by another clock. */
export function readCommandLine(args) {
  const { values, positionals } = parse(args);
  return { isWanted: chooseParts(positionals), clock: values.clock };
}

function parse(args) {
  try {
    return parseArgs({ args, allowPositionals: true, options: { clock: { type: "string" } } });
  } catch ({ message }) {
    throw new Failure(message);
  }
}

/** Asks whether a part is wanted. */
function chooseParts(names) {
  const unknown = names.find((name) => !ALL.includes(name));
  if (unknown) throw new Failure(`There is no part ${unknown}: choose from ${ALL.join(", ")}.`);
  return (name) => names.length === 0 || names.includes(name);
}
