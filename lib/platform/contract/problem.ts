import { z } from "zod";
import { says } from "./says";

/** Why a request was rejected (RFC 9457). Nothing was saved. Nouns may add members. */
export const Problem = z.looseObject({
  type: z.string().meta(says("URL of the documentation of the code.", "/docs/api#invalid")),
  title: z.string().meta(says("Short summary of the problem.", "Invalid input")),
  status: z.number().int().meta(says("HTTP status.", 422)),
  detail: z
    .string()
    .meta(
      says("What happened and what to do next. The wording may change.", "Some values are invalid. Nothing was saved."),
    ),
  code: z
    .string()
    .meta(says("Identifies the kind of problem. Branch on this field. New codes may be added.", "invalid")),
  request_id: z.string().meta(says("ID of the request. Include it when you contact support.")),
  errors: z
    .record(z.string(), z.string())
    .optional()
    .meta(says("What is wrong, by field.", { revenue: "Enter an amount such as 10 or 10.50." })),
  permission: z.string().optional().meta(says("With 403: the missing permission.", "call.revenue: update")),
  allowed: z
    .array(z.string())
    .optional()
    .meta(says("With 405: the methods that the URL supports.", ["POST", "PUT"])),
  retry_after: z.number().int().optional().meta(says("With 429: seconds to wait before you try again.", 12)),
});
export type Problem = z.infer<typeof Problem>;
