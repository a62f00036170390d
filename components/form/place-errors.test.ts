import { createFormControl } from "react-hook-form";
import { expect, test } from "vitest";
import { ApiError } from "@/lib/platform/client/api-error";
import { placeErrors } from "./place-errors";

const VALUES = {
  name: "",
  tax_lines: [{ name: "Sales tax", percent: "x" }],
  credit_amount: "",
  parts: [{ amount: "1" }],
};

function givenForm() {
  const form = createFormControl({ defaultValues: VALUES });
  form.formControl.register("name");
  return {
    ...form.formControl,
    messageAt: (path: keyof typeof VALUES | "tax_lines.0.percent") =>
      form.formControl.getFieldState(path, { ...form.control._formState }).error?.message,
  };
}

function refusal(errors?: Record<string, string>): ApiError {
  const detail = "Some values are invalid. Nothing was saved.";
  return new ApiError({
    type: "about:blank",
    title: "Invalid",
    status: 422,
    detail,
    code: "invalid",
    request_id: "",
    errors,
  });
}

const sameName = (parameter: string) => parameter;

test("a message about a nested parameter appears at its field", () => {
  const form = givenForm();
  const placed = placeErrors(
    form,
    refusal({ "tax_lines[0][percent]": "Enter a rate.", name: "Enter a name." }),
    sameName,
  );
  expect(placed).toEqual({ placed: true, loose: [] });
  expect([form.messageAt("tax_lines.0.percent"), form.messageAt("name")]).toEqual(["Enter a rate.", "Enter a name."]);
});

test("a parameter may have another field name", () => {
  const form = givenForm();
  placeErrors(form, refusal({ "credit[amount]": "Enter an amount." }), (path) =>
    path.replace("credit.amount", "credit_amount"),
  );
  expect(form.messageAt("credit_amount")).toBe("Enter an amount.");
});

test("a message without a field is returned", () => {
  const errors = { version: "Changed meanwhile.", "parts[4][amount]": "Too much.", name: "Enter a name." };
  expect(placeErrors(givenForm(), refusal(errors), sameName)).toEqual({
    placed: true,
    loose: [
      ["version", "Changed meanwhile."],
      ["parts[4][amount]", "Too much."],
    ],
  });
  expect(placeErrors(givenForm(), refusal(errors), () => null).placed).toBe(false);
});

test("an error without field messages sets none", () => {
  for (const error of [refusal(), new Error("gone")]) {
    expect(placeErrors(givenForm(), error, sameName)).toEqual({ placed: false, loose: [] });
  }
});
