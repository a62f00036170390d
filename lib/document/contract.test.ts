import { expect, test } from "vitest";
import { AllocationUpdate } from "./contract";

const statementOf = (statement: string) =>
  AllocationUpdate.safeParse({ allocations: [{ statement, amount: "1.00" }] }).data?.allocations[0]?.statement;

test.each([
  ["12", 12],
  ["INV-000012", 12],
  ["PS-000012", 12],
  ["INV-", undefined],
  ["0", undefined],
  ["twelve", undefined],
])("an allocation names its statement as %s", (name, number) => {
  expect(statementOf(name)).toBe(number);
});
