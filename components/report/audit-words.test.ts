import { expect, test } from "vitest";
import { actionText, subjectText, valueText } from "./audit-words";

test("actions and subjects are words", () => {
  expect(actionText("traffic_source.renamed")).toBe("Traffic source renamed");
  expect(actionText("cap.created")).toBe("Cap created");
  expect(subjectText("api_key", "7")).toBe("API key 7");
});

test.each([
  [null, "–"],
  ["", "–"],
  [true, "yes"],
  [0, "0"],
  ["10.00", "10.00"],
  [{ id: 6, type: "buyer" }, "id 6, type buyer"],
  [["100 Elm Street", "Denver"], "100 Elm Street, Denver"],
  [[], "none"],
  [{}, "none"],
  [{ tax_lines: [{ name: "Sales tax", percent: null }] }, "tax lines name Sales tax, percent –"],
  ["x".repeat(121), `${"x".repeat(120)}…`],
])("%j is shown as %j", (value, text) => {
  expect(valueText(value)).toBe(text);
});
