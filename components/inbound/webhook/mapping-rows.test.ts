import { expect, test } from "vitest";
import { fieldsOf, mappingFieldOf, rowsOf } from "./mapping-rows";

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

test("what is wrong with a mapping is said in its row", () => {
  const rows = [
    { field: "caller", path: " ", values: "" },
    { field: "converted", path: "lead.status", values: "SOLD = true" },
  ] as const;
  expect(mappingFieldOf("fields.converted.path", { rows })).toBe("rows.1.path");
  expect(mappingFieldOf("fields.converted.values.SOLD", { rows })).toBe("rows.1.values");
  expect(mappingFieldOf("fields.converted", { rows })).toBe("rows.1.path");
  expect(mappingFieldOf("fields.caller.path", { rows })).toBeNull();
  expect(mappingFieldOf("window_minutes", { rows })).toBeNull();
});
