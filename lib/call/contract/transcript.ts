import { z } from "zod";
import { says } from "@/lib/platform/contract/says";
import { text } from "@/lib/platform/contract/scalars";
import { Tokens } from "./token";

const SEGMENTS_A_REQUEST = 500;
const AT_MOST_SECONDS = 1_000_000;
const SECONDS = "Enter seconds from the start of the call, such as 72 or 72.5.";

const spokenText = (atLeast: number, atMost: number) => z.preprocess(trimmed, text(atLeast, atMost));
function trimmed(value: unknown): unknown {
  return typeof value === "string" ? value.trim() : value;
}

const segment = {
  speaker: spokenText(1, 50).meta(says("Speaker, such as `agent` or `customer`.", "customer")),
  text: spokenText(1, 20_000).meta(says("What the speaker said.", "Yes, book it for Tuesday.")),
  at_seconds: z
    .string({ error: SECONDS })
    .regex(/^[0-9]{1,7}(\.[0-9]{1,9})?$/, SECONDS)
    .transform((written) => Math.round(Number(written) * 1000) / 1000)
    .refine((seconds) => seconds <= AT_MOST_SECONDS, SECONDS)
    .meta({
      type: "number",
      minimum: 0,
      ...says("Seconds from the start of the call, rounded to milliseconds.", 72.5),
    }),
};

const list = <Segment extends z.ZodType>(segment: Segment) =>
  z
    .array(segment, { error: "Send segments as a JSON array of { speaker, text, at_seconds }." })
    .min(1, "Send at least one segment.")
    .max(SEGMENTS_A_REQUEST, `Send at most ${SEGMENTS_A_REQUEST} segments at a time.`)
    .meta(says("Segments, in any order. Use this instead of `speaker`, `text`, and `at_seconds` to send several."));

type OneOrMany = { [Name in keyof typeof segment]?: unknown } & { segments?: unknown };

/** Either the fields of one segment, or several in `segments`. */
function oneOrMany(segments: OneOrMany, check: z.RefinementCtx): void {
  const issue = (field: string, message: string) => check.addIssue({ code: "custom", path: [field], message });
  const named = (["speaker", "text", "at_seconds"] as const).filter((field) => segments[field] !== undefined);
  if (segments.segments !== undefined && named.length > 0)
    issue("segments", "Send the fields of one segment or segments, not both.");
  if (segments.segments !== undefined) return;
  if (named.length === 0) issue("segments", "Send speaker, text, and at_seconds, or several segments in segments.");
  else {
    for (const field of ["speaker", "text", "at_seconds"] as const) {
      if (segments[field] === undefined) issue(field, "Send speaker, text, and at_seconds.");
    }
  }
}

const one = z.object(segment).partial().shape;

export const NewSegments = z
  .strictObject({ ...one, segments: list(z.strictObject(segment)).optional() })
  .superRefine(oneOrMany)
  .meta({ id: "NewSegments" });

/** For senders that do not read answers: unknown fields of a segment are ignored. */
export const SecureNewSegments = z
  .strictObject({ ...one, segments: list(z.object(segment)).optional() })
  .superRefine(oneOrMany)
  .meta({ id: "SecureNewSegments" });
export type NewSegments = z.infer<typeof NewSegments>;

export const NewTokens = z
  .strictObject({
    tokens: Tokens.refine((tokens) => Object.keys(tokens).length > 0, "Send at least one token."),
  })
  .meta({ id: "NewTokens" });
export type NewTokens = z.infer<typeof NewTokens>;

export const Transcript = z
  .object({
    status: z.literal(200).meta(says("HTTP status.", 200)),
    segments: z
      .array(
        z.object({
          speaker: z.string().meta(says("Speaker.", "customer")),
          text: z.string().meta(says("What the speaker said.", "Yes, book it for Tuesday.")),
          at_seconds: z.number().meta(says("Seconds from the start of the call.", 72.5)),
        }),
      )
      .meta(says("Segments, in order of time.")),
  })
  .meta({ id: "Transcript" });
export type Transcript = z.infer<typeof Transcript>;
export type TranscriptSegment = Transcript["segments"][number];
