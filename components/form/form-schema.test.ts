import { expect, test } from "vitest";
import { z } from "zod";
import { formSchema } from "./form-schema";

const Payment = z.strictObject({
  amount: z
    .string()
    .min(1, "Enter an amount.")
    .regex(/^[0-9]+$/, "Enter digits."),
  buyer_id: z
    .string()
    .regex(/^[1-9]/, "Choose a buyer.")
    .transform(Number),
  request_id: z.uuid().optional(),
});
type Values = { amount: string; buyer: { id: number } | null };

const schema = (requestId?: string) =>
  formSchema<Values, z.input<typeof Payment>>({
    contract: Payment,
    requestOf: ({ amount, buyer }) => ({
      amount: amount.trim(),
      buyer_id: buyer ? String(buyer.id) : "",
      request_id: requestId,
    }),
    fieldOf: (parameter) => ({ amount: "amount", buyer_id: "buyer" })[parameter] ?? null,
  });
const messagesOf = (values: Values) =>
  (schema().safeParse(values).error?.issues ?? []).map(({ path, message }) => [path.join("."), message]);

test("the form's values become the request as it is sent, not as the contract parses it", () => {
  expect(schema().parse({ amount: " 12 ", buyer: { id: 7 } })).toEqual({ amount: "12", buyer_id: "7" });
});

test("the contract's message appears at the form's field", () => {
  expect(messagesOf({ amount: "12", buyer: null })).toEqual([["buyer", "Choose a buyer."]]);
});

test("a field with two errors shows the first", () => {
  expect(messagesOf({ amount: "", buyer: { id: 7 } })).toEqual([["amount", "Enter an amount."]]);
});

test("an error without a field is left to the server", () => {
  expect(schema("no uuid").safeParse({ amount: "12", buyer: { id: 7 } }).success).toBe(true);
});
