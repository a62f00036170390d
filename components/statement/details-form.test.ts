import { expect, test } from "vitest";
import { fieldOf } from "./details-form";

test.each([
  ["legal_name", "legal_name"],
  ["profile.tax_lines.0.percent", "tax_lines.0.percent"],
  ["profile.address.2", "address"],
  ["profile.credit.amount", "credit_amount"],
  ["profile.credit", "credit"],
])("the error of %s appears at %s", (parameter, field) => {
  expect(fieldOf(parameter)).toBe(field);
});
