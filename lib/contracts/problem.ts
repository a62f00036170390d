import { z } from "zod";
import { Call } from "./calls";
import { Change } from "./changes";

/** Why a request was refused (RFC 9457). Nothing of it has been saved. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string(),
    request_id: z.string(),
    errors: z.record(z.string(), z.string()).optional(),
    permission: z.string().optional(),
    call: Call.optional().meta({ description: "With 409: the call as it is now." }),
    changes: z.array(Change).optional().meta({ description: "With 409: what changed since your version." }),
  })
  .meta({ id: "Problem" });
export type Problem = z.infer<typeof Problem>;
