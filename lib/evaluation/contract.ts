import { z } from "zod";
import { says } from "@/lib/platform/contract/says";

const Side = z
  .enum(["buyer", "offer"])
  .meta(says("Side of the call: `buyer` or `offer` (the traffic source's side).", "buyer"));

const Settings = z
  .object({
    type: z.enum(["buyer", "offer"]).meta(says("Owner of the settings.", "buyer")),
    id: z.number().int().meta(says("ID of the buyer or offer.", 7)),
    version: z.number().int().meta(says("Settings version in force when the call started.", 3)),
  })
  .meta({ id: "SettingsInForce", ...says("Version of the conversion settings that applies to a call.") });
export type SettingsInForce = z.infer<typeof Settings>;
const IN_FORCE = Settings.nullable().meta(says("Settings that apply to the side. Null if there were none."));

const Clause = z
  .object({
    subject: z
      .string()
      .meta(says("What the clause checks: a token, the connected seconds, business hours, and so on.", "zip")),
    wanted: z
      .string()
      .optional()
      .meta(says("Expected value. Omitted if it is an amount that you can't read.", "= 80202")),
    seen: z
      .string()
      .optional()
      .meta(says("Actual value. Omitted if you can't read it. For business hours, the local time and zone.", "10001")),
    holds: z.boolean().meta(says("True if the clause holds.", false)),
  })
  .meta({ id: "Clause", ...says("One condition that the call was checked against.") });
export type Clause = z.infer<typeof Clause>;

const Proof = z
  .object({
    quote: z.string().meta(says("Matched words with some context.", "yes, book it")),
    at_seconds: z.number().meta(says("Seconds from the start of the call to the quote.", 72.5)),
    marks: z
      .array(
        z.object({
          segment: z.number().int().meta(says("Position of the transcript segment, from 0.", 4)),
          from: z.number().int().meta(says("Position of the first matched character, from 0.", 5)),
          to: z.number().int().meta(says("Position after the last matched character.", 12)),
        }),
      )
      .meta(says("Positions of the matched words.")),
  })
  .meta({ id: "PhraseProof", ...says("Transcript quote that matched.") });

const Step = z
  .object({
    mechanism: z
      .string()
      .meta(
        says(
          "`rule`, `voice_agent`, `duration`, `dialled`, or `cap` if a cap stopped the conversion. New values may be added.",
          "rule",
        ),
      ),
    name: z.string().meta(says("Name of the rule, or a description of the step.", "Appointment booked")),
    rule_id: z.number().int().nullable().meta(says("ID of the rule. Null for other mechanisms.", 2)),
    on: z.boolean().meta(says("True if the mechanism is enabled. A disabled or paused one isn't evaluated.", true)),
    holds: z.boolean().meta(says("True if all clauses hold.", true)),
    clauses: z.array(Clause).meta(says("Clauses, in order.")),
    proof: Proof.nullable()
      .optional()
      .meta(says("Quote that matched. Null if there is none; omitted if you can't read it.", null)),
  })
  .meta({ id: "EvaluationStep", ...says("Result of one mechanism or rule.") });
export type EvaluationStep = z.infer<typeof Step>;

export const Evaluation = z
  .object({
    side: Side,
    number: z
      .number()
      .int()
      .meta(
        says(
          "Number of the evaluation, counted from 1 for each side. Evaluations that repeat the previous result aren't counted.",
          1,
        ),
      ),
    evaluated_at: z
      .string()
      .meta({ format: "date-time", ...says("When the call was evaluated.", "2026-11-23T10:46:00.000Z") }),
    settings: IN_FORCE,
    converting: z
      .number()
      .int()
      .nullable()
      .meta(says("Position of the step that converts, from 0. Null if none does.", 0)),
    steps: z.array(Step).meta(says("Steps in order of evaluation. The first that holds converts.")),
  })
  .meta({ id: "Evaluation", ...says("Result of evaluating one side of a call with the facts known at that time.") });
export type Evaluation = z.infer<typeof Evaluation>;

export const EvaluationList = z
  .object({
    status: z.literal(200).meta(says("HTTP status.", 200)),
    sides: z
      .array(z.object({ side: Side, settings: IN_FORCE }))
      .meta(says("Settings that apply to each side. If null, the side doesn't convert automatically.")),
    evaluations: z.array(Evaluation).meta(says("Evaluations, newest first: the last 25 of each side.")),
  })
  .meta({ id: "EvaluationList" });
export type EvaluationList = z.infer<typeof EvaluationList>;
