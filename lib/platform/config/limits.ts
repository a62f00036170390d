import { z } from "zod";

const Limits = z.object({
  /** How long the body of a request may take to arrive. */
  BODY_WAIT_SECONDS: z.coerce.number().int().min(1).max(600).default(30),
});

let parsed: z.infer<typeof Limits> | undefined;

/** What the server lets a client do, checked on first use. Needs nothing of the environment to be set. */
export function limits(): z.infer<typeof Limits> {
  parsed ??= Limits.parse(process.env);
  return parsed;
}
