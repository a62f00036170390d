import { Failure } from "../setup/failure.mjs";

export const CHECKS = ["format", "lint", "rooms", "types"];
export const WITHOUT_SERVER = ["unit", "integration"];
export const WITH_SERVER = ["http", "e2e"];

/** The README's commands in a copy of what is tracked. */
export const CLONE = "clone";

const ALL = [...CHECKS, ...WITHOUT_SERVER, "build", ...WITH_SERVER, CLONE];

/** `npm test` runs everything, `npm test -- unit lint` those parts. Returns what asks whether a part is wanted. */
export function chooseParts(names) {
  const unknown = names.find((name) => !ALL.includes(name));
  if (unknown) throw new Failure(`There is no part ${unknown}: choose from ${ALL.join(", ")}.`);
  return (name) => names.length === 0 || names.includes(name);
}
