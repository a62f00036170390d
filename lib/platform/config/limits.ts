import { z } from "zod";

/** What a client may ask of the server, apart from `Env` since it needs nothing to be set. */
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
