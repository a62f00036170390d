import { expect, test } from "vitest";
import { fieldsOf, rowsOf } from "./mapping-rows";

test("a mapping is shown as it is saved", () => {
  const fields = {
    converted: { path: "lead.status", values: { SOLD: "true", "a = b": "false" } },
    revenue: { path: "lead.price", values: {} },
  };
  expect(fieldsOf(rowsOf(fields))).toEqual(fields);
  expect(rowsOf(fields)[0]).toEqual({ field: "converted", path: "lead.status", values: "SOLD = true, a = b = false" });
});

test("incomplete rows are omitted", () => {
  const rows = [
    { field: "caller", path: " ", values: "" },
    { field: "converted", path: " status ", values: "SOLD, = true, , YES=1" },
  ] as const;
  expect(fieldsOf(rows)).toEqual({ converted: { path: "status", values: { YES: "1" } } });
});
