import { expect, test } from "vitest";
import { SAMPLE_CALL as call } from "@/lib/testing/sample-call";
import { differingFields, formValues, updateOf } from "./call-form";

const values = formValues(call);

test("without edits nothing is saved, whatever the reason field contains", () => {
  expect(updateOf(call, { ...values, reason: "because" })).toBeNull();
});

test("only edited fields are sent, with the version they are based on", () => {
  expect(updateOf(call, { ...values, buyer_converted: true, reason: " agreed by phone " })).toEqual({
    version: "4",
    buyer_converted: true,
    reason: "agreed by phone",
  });
});

test("another buyer is sent by id", () => {
  expect(updateOf(call, { ...values, buyer: { id: 8, name: "Harbor Roofing" } })).toEqual({
    version: "4",
    buyer_id: "8",
  });
});

test("0.00 can be stated on a call that never had an amount", () => {
  expect(values.revenue).toBe("");
  expect(updateOf(call, { ...values, revenue: "0" })).toEqual({ version: "4", revenue: "0" });
});

test("amounts may have thousands separators, and are shown with them", () => {
  const converted = formValues({ ...call, buyer_converted: true, revenue: "1250.00" });
  expect(converted.revenue).toBe("1,250.00");
  expect(differingFields({ ...converted, revenue: "1250" }, converted)).toEqual([]);
  expect(updateOf(call, { ...values, revenue: "12,345,678.9" })).toEqual({ version: "4", revenue: "12345678.9" });
  expect(updateOf(call, { ...values, revenue: "12,50" })).toEqual({ version: "4", revenue: "12,50" });
});

test("the same amount in another notation is no edit", () => {
  const converted = formValues({ ...call, buyer_converted: true, revenue: "10.00" });
  expect(differingFields({ ...converted, revenue: "10" }, converted)).toEqual([]);
  expect(differingFields({ ...converted, revenue: "100" }, converted)).toEqual(["revenue"]);
  expect(differingFields({ ...converted, revenue: "" }, converted)).toEqual(["revenue"]);
});
