import { z } from "zod";
import { says } from "@/lib/platform/contract/says";

const count = (what: string, example: number) => z.number().int().optional().meta(says(what, example));

/** The answer to a phone system or voice agent. */
export const IntakeResult = z
  .object({
    status: z.literal(200).meta(says("HTTP status.", 200)),
    outcome: z
      .enum(["applied", "repeated", "ignored", "waiting", "refused"])
      .meta(
        says(
          "`applied`, `repeated` if it was already received, `ignored` if it doesn't report a call, `waiting` for more information, or `refused`.",
          "applied",
        ),
      ),
    ignored: z.string().optional().meta(says("Why the event was ignored.", "status queued")),
    created: count("Number of calls created.", 1),
    updated: count("Number of calls updated.", 0),
    repeated: count("Number of calls with nothing new.", 0),
    waiting: count("Number of calls waiting for more information, such as their start or the call they refer to.", 0),
    refused: count("Number of calls rejected because their facts are impossible.", 0),
    problem: z.string().optional().meta(says("Why calls were rejected.")),
  })
  .meta({ id: "IntakeResult" });
export type IntakeResult = z.infer<typeof IntakeResult>;
