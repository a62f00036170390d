import { expect, test } from "vitest";
import { readCommandLine } from "./parts.mjs";

const PARTS = ["format", "lint", "boundaries", "types", "unit", "integration", "build", "http", "e2e", "clone"];
/** @param {string[]} args */
const wanted = (...args) => PARTS.filter(readCommandLine(args).isWanted);

test("without names every part is wanted, otherwise the named ones", () => {
  expect(wanted()).toEqual(PARTS);
  expect(wanted("unit", "http")).toEqual(["unit", "http"]);
});

test("quick is every part without a server or database", () => {
  expect(wanted("quick")).toEqual(["format", "lint", "boundaries", "types", "unit"]);
  expect(wanted("quick", "http")).toEqual(["format", "lint", "boundaries", "types", "unit", "http"]);
});

test("a test file that needs the server is run alone, in its part", () => {
  const { isWanted, filesOf } = readCommandLine(["e2e/caps.spec.ts", "e2e/http/calls.http.test.ts"]);
  expect(PARTS.filter(isWanted)).toEqual(["http", "e2e"]);
  expect([filesOf("http"), filesOf("e2e")]).toEqual([["e2e/http/calls.http.test.ts"], ["e2e/caps.spec.ts"]]);
  expect(readCommandLine(["e2e"]).filesOf("e2e")).toEqual([]);
});

test("an unknown name is rejected with the list of parts", () => {
  expect(() => wanted("rooms")).toThrow("There is no part rooms: choose from quick, format");
});
