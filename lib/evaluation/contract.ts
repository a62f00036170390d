import { z } from "zod";
import { says } from "@/lib/platform/contract/says";

const Side = z.enum(["buyer", "offer"]).meta(says("The buyer's side or the traffic source's (offer) side.", "buyer"));

const Settings = z
  .object({
    type: z.enum(["buyer", "offer"]).meta(says("Whose settings.", "buyer")),
    id: z.number().int().meta(says("Its number.", 7)),
    version: z.number().int().meta(says("The version in force when the call started.", 3)),
  })
  .meta({ id: "SettingsInForce", ...says("The version of the conversion settings that judges a call.") });
export type SettingsInForce = z.infer<typeof Settings>;
const IN_FORCE = Settings.nullable().meta(says("The settings that judge the side; null: there were none."));

const Clause = z
  .object({
    subject: z.string().meta(says("What was asked about: a token, connected seconds, business hours…", "zip")),
    wanted: z
      .string()
      .optional()
      .meta(says("What was wanted; absent where it is an amount that the reader may not read.", "= 80202")),
    seen: z
      .string()
      .optional()
      .meta(
        says(
          "What was seen; absent where the reader may not read it. Business hours tell local time and zone.",
          "10001",
        ),
      ),
    holds: z.boolean().meta(says("Whether that holds.", false)),
  })
  .meta({ id: "Clause", ...says("One thing that was asked of the call.") });
export type Clause = z.infer<typeof Clause>;

const Proof = z
  .object({
    quote: z.string().meta(says("The words, and what stands around them.", "yes, book it")),
    at_seconds: z.number().meta(says("When it was said, in seconds from the start of the call.", 72.5)),
    marks: z
      .array(
        z.object({
          segment: z.number().int().meta(says("Which segment of the transcript, from 0.", 4)),
          from: z.number().int().meta(says("The first character.", 5)),
          to: z.number().int().meta(says("The character after the last.", 12)),
        }),
      )
      .meta(says("Where exactly the words stand.")),
  })
  .meta({ id: "PhraseProof", ...says("Where in the transcript it was said.") });

const Step = z
  .object({
    mechanism: z
      .string()
      .meta(says("rule, voice_agent, duration, dialled, or the cap that stopped them. Tolerate new ones.", "rule")),
    name: z.string().meta(says("The rule's name, or what is asked.", "Appointment booked")),
    rule_id: z.number().int().nullable().meta(says("Number of the rule, where it is one.", 2)),
    on: z.boolean().meta(says("False where it was switched off or paused: it was not asked.", true)),
    holds: z.boolean().meta(says("Whether all that it asks holds.", true)),
    clauses: z.array(Clause).meta(says("What it asked, in order.")),
    proof: Proof.nullable()
      .optional()
      .meta(says("Where it was said; null where nothing was, absent where the reader may not read it.", null)),
  })
  .meta({ id: "EvaluationStep", ...says("One mechanism or rule.") });
export type EvaluationStep = z.infer<typeof Step>;

export const Evaluation = z
  .object({
    side: Side,
    number: z.number().int().meta(says("Counts the evaluations of a side that told anything new.", 1)),
    evaluated_at: z
      .string()
      .meta({ format: "date-time", ...says("When the facts were judged.", "2026-11-23T10:46:00.000Z") }),
    settings: IN_FORCE,
    converting: z.number().int().nullable().meta(says("The place of the step that converts, from 0; null: none.", 0)),
    steps: z.array(Step).meta(says("In the order in which they are asked: the first that holds converts.")),
  })
  .meta({ id: "Evaluation", ...says("What the facts known of a call said about a side.") });
export type Evaluation = z.infer<typeof Evaluation>;

export const EvaluationList = z
  .object({
    status: z.literal(200).meta(says("The HTTP status.", 200)),
    sides: z
      .array(z.object({ side: Side, settings: IN_FORCE }))
      .meta(says("Whose settings judge the call; null: there are none, and nothing converts by itself.")),
    evaluations: z.array(Evaluation).meta(says("Newest first; of each side the last 25.")),
  })
  .meta({ id: "EvaluationList" });
export type EvaluationList = z.infer<typeof EvaluationList>;
