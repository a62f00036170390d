import { z } from "zod";

/** Limits on what a client may ask of the server. Separate from `Env`, because no variable is required. */
export const Limits = z.object({
  BODY_WAIT_SECONDS: z.coerce
    .number()
    .int()
    .min(1)
    .max(600)
    .default(30)
    .describe("How long the body of a request may take to arrive."),
});

let parsed: z.infer<typeof Limits> | undefined;

/** The limits, checked on first use. */
export function limits(): z.infer<typeof Limits> {
  parsed ??= Limits.parse(process.env);
  return parsed;
}
