import { z } from "zod";

/** One schema for requests, storage and answers: numbers may arrive as text. */
export function whole(atLeast: number, atMost: number) {
  const sentence = `Enter a whole number from ${atLeast} to ${atMost}.`;
  return z
    .union([z.number(), z.string().regex(/^[0-9]{1,15}$/, sentence)], { error: sentence })
    .transform(Number)
    .refine((value) => Number.isInteger(value) && value >= atLeast && value <= atMost, sentence)
    .meta({ type: "integer", minimum: atLeast, maximum: atMost });
}

const YES_OR_NO = "Use true or false.";
export const Flag = z
  .union([z.boolean(), z.enum(["true", "false"])], { error: YES_OR_NO })
  .transform((value) => value === true || value === "true")
  .meta({ type: "boolean" });

export const Id = whole(1, Number.MAX_SAFE_INTEGER);
export const Seconds = whole(0, 86_400 * 366);
export const Basis = z.enum(["connected", "total"], { error: "Use connected or total." });
export const TokenName = z.string({ error: "Enter a token name." }).regex(/^[a-z][a-z0-9_]{0,63}$/, {
  error: "Token names are lowercase letters, digits and underscores, and begin with a letter.",
});
