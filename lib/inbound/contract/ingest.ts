import { z } from "zod";
import { says } from "@/lib/platform/contract/says";

const count = (what: string, example: number) => z.number().int().optional().meta(says(what, example));

/** The answer to a phone system or voice agent. */
export const IntakeResult = z
  .object({
    status: z.literal(200).meta(says("The HTTP status.", 200)),
    outcome: z
      .enum(["applied", "repeated", "ignored", "waiting", "refused"])
      .meta(says("Applied, a repetition, not an event of ours, or kept until more is known.", "applied")),
    ignored: z.string().optional().meta(says("What it was, where that is no event of ours.", "status queued")),
    created: count("Calls that are new.", 1),
    updated: count("Calls that it told more of.", 0),
    repeated: count("Calls of which it said nothing new.", 0),
    waiting: count("Calls that wait for more: their start, or the call that they name.", 0),
    refused: count("Calls that cannot be true.", 0),
    problem: z.string().optional().meta(says("Why calls of it were refused.")),
  })
  .meta({ id: "IntakeResult" });
export type IntakeResult = z.infer<typeof IntakeResult>;
