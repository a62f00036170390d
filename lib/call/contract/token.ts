import { z } from "zod";
import { text } from "@/lib/platform/contract/scalars";

const NAME = /^[a-z][a-z0-9_]{0,63}$/;
const TOKENS_A_REQUEST = 100;

/** Named facts about a call, at most 100 at a time. */
export const Tokens = z
  .record(
    z.string().regex(NAME, "Token names are lowercase letters, digits and underscores, and begin with a letter."),
    text(0, 4000),
    { error: "Send tokens as tokens[zip]=80202 or as a JSON object of strings." },
  )
  .refine((tokens) => Object.keys(tokens).length <= TOKENS_A_REQUEST, "Send at most 100 tokens at a time.")
  .meta({
    description: "Named facts about the call. Send them as `tokens[zip]=80202` or as a JSON object.",
    example: { zip: "80202" },
    // In a query string: `tokens[zip]=80202`.
    param: { style: "deepObject", explode: true },
  });
