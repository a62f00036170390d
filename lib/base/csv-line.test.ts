import { expect, test } from "vitest";
import { csvLine } from "./csv-line";

test.each([
  ["-12.50", "-12.50"],
  ["Hazel; Sons", "Hazel; Sons"],
  ['Roofs "R" Us, Inc.', '"Roofs ""R"" Us, Inc."'],
  ["well-known a=b", "well-known a=b"],
  ["=1+1", "'=1+1"],
  ["+13035550142", "'+13035550142"],
  ["-1+1", "'-1+1"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["  =1+1", "  '=1+1"],
  ["\t1", "'\t1"],
  ["\r=1", `"'\r'=1"`],
  ["＝1+1", "'＝1+1"],
  ["＋1", "'＋1"],
  ["－1", "'－1"],
  ["＠SUM(A1)", "'＠SUM(A1)"],
  ["Hazel;=1+1", "Hazel;'=1+1"],
  ["Hazel; -1;@x", "Hazel; '-1;'@x"],
  ['Hazel;"=1"', `"Hazel;""'=1"""`],
])("%j is written as %j, which no spreadsheet evaluates", (text, written) => {
  expect(csvLine([text])).toBe(`${written}\r\n`);
});

test("numbers, booleans and empty cells are unchanged", () => {
  expect(csvLine([7, true, null, "x"])).toBe("7,true,,x\r\n");
});

test("an earlier layout keeps its own escaping", () => {
  expect(csvLine(["Hazel;=1+1", "-5"], (text) => `~${text}`)).toBe("~Hazel;=1+1,-5\r\n");
});
