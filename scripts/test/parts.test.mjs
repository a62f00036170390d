import { expect, test } from "vitest";
import { readCommandLine } from "./parts.mjs";

const PARTS = ["format", "lint", "boundaries", "types", "unit", "integration", "build", "http", "e2e", "clone"];
/** @param {string[]} args */
const wanted = (...args) => PARTS.filter(readCommandLine(args).isWanted);

test("without a name every part is wanted, with names those", () => {
  expect(wanted()).toEqual(PARTS);
  expect(wanted("unit", "http")).toEqual(["unit", "http"]);
});

test("quick is what takes no server and no database", () => {
  expect(wanted("quick")).toEqual(["format", "lint", "boundaries", "types", "unit"]);
  expect(wanted("quick", "http")).toEqual(["format", "lint", "boundaries", "types", "unit", "http"]);
});

test("a name that is no part is refused with those that are", () => {
  expect(() => wanted("rooms")).toThrow("There is no part rooms: choose from quick, format");
});
