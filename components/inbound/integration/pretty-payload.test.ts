import { expect, test } from "vitest";
import { prettyPayload } from "./pretty-payload";

test("JSON is indented, whatever its content type", () => {
  expect(prettyPayload('{"a":[1]}', "text/plain")).toBe('{\n  "a": [\n    1\n  ]\n}');
});

test("a form is shown with one field per line", () => {
  const form = "CallSid=CA1&From=%2B13035550142";
  expect(prettyPayload(form, "application/x-www-form-urlencoded; charset=utf-8")).toBe(
    "CallSid = CA1\nFrom = +13035550142",
  );
});

test.each(['{"a":', "a,b\n1,2", ""])("%j is unchanged", (payload) => {
  expect(prettyPayload(payload, "text/csv")).toBe(payload);
});
