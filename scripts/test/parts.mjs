import { parseArgs } from "node:util";
import { Failure } from "../setup/failure.mjs";
import { messageOf } from "../setup/reason.mjs";

/** @type {("format" | "lint" | "boundaries" | "types")[]} */
export const CHECKS = ["format", "lint", "boundaries", "types"];
export const WITHOUT_SERVER = ["unit", "integration"];
export const WITH_SERVER = ["http", "e2e"];

/** The README's commands in a copy of the tracked files. */
export const CLONE = "clone";

/** What needs no server and takes two minutes, for the inner loop. */
const QUICK = "quick";
const PARTS_OF_QUICK = [...CHECKS, "unit"];

const ALL = [...CHECKS, ...WITHOUT_SERVER, "build", ...WITH_SERVER, CLONE];

/** The part that a test file which needs the server belongs to. */
const PART_OF_FILE = [
  { file: /^e2e\/http\/.+\.test\.ts$/, part: "http" },
  { file: /^e2e\/.+\.spec\.ts$/, part: "e2e" },
];

/**
 * `npm test` runs everything, `npm test -- unit lint` those parts, `npm test -- e2e/caps.spec.ts` one file of a part, and
 * `--clock=+400d` with another clock.
 * @param {string[]} args
 */
export function readCommandLine(args) {
  const { values, positionals } = parse(args);
  const files = positionals.filter((name) => partOf(name) !== undefined);
  return {
    isWanted: chooseParts(positionals.map((name) => partOf(name) ?? name)),
    /** @param {string} part */
    filesOf: (part) => files.filter((file) => partOf(file) === part),
    clock: values.clock,
  };
}

/** @param {string} name */
function partOf(name) {
  return PART_OF_FILE.find(({ file }) => file.test(name))?.part;
}

/** @param {string[]} args */
function parse(args) {
  try {
    return parseArgs({ args, allowPositionals: true, options: { clock: { type: "string" } } });
  } catch (error) {
    throw new Failure(messageOf(error));
  }
}

/**
 * Returns a predicate for wanted parts.
 * @param {string[]} names
 * @returns {(name: string) => boolean}
 */
function chooseParts(names) {
  const unknown = names.find((name) => name !== QUICK && !ALL.includes(name));
  if (unknown) throw new Failure(`There is no part ${unknown}: choose from ${[QUICK, ...ALL].join(", ")}.`);
  const wanted = names.flatMap((name) => (name === QUICK ? PARTS_OF_QUICK : [name]));
  return (name) => names.length === 0 || wanted.includes(name);
}
