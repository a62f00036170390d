import { z } from "zod";
import { says } from "./says";

/** Why a request was rejected (RFC 9457). Nothing was saved. Nouns may add members. */
export const Problem = z.looseObject({
  type: z.string().meta(says("Address of what this page says about the code.", "/docs/api#invalid")),
  title: z.string().meta(says("The code in words.", "Invalid input")),
  status: z.number().int().meta(says("The HTTP status.", 422)),
  detail: z
    .string()
    .meta(says("What happened and what to do, in whole sentences.", "Some values are invalid. Nothing was saved.")),
  code: z.string().meta(says("What to tell problems apart by. More may come.", "invalid")),
  request_id: z.string().meta(says("Name it when you ask for help.")),
  errors: z
    .record(z.string(), z.string())
    .optional()
    .meta(says("What is wrong, field by field.", { revenue: "Enter an amount such as 10 or 10.50." })),
  permission: z.string().optional().meta(says("With 403: the permission that is missing.", "call.revenue: update")),
  allowed: z
    .array(z.string())
    .optional()
    .meta(says("With 405: the methods that the address supports.", ["POST", "PUT"])),
  retry_after: z.number().int().optional().meta(says("With 429: seconds to wait before trying again.", 12)),
});
export type Problem = z.infer<typeof Problem>;
