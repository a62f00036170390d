import { z } from "zod";
import { isTimeZone } from "@/lib/base/time-zone";
import { OPERATORS } from "@/lib/evaluation/domain/condition";
import { says } from "@/lib/platform/contract/says";
import { MoneyText, text } from "@/lib/platform/contract/scalars";
import { Basis, Flag, Id, Seconds, TokenName, whole } from "./settings-scalars";

const Operator = z.enum(OPERATORS, { error: `Use one of ${OPERATORS.join(", ")}.` });

const CONDITIONS_DEEP = 6;
const CONDITIONS_A_RULE = 100;

/** A condition on one token. */
export const TokenCondition = z
  .strictObject({
    token: TokenName.meta(says("Name of the token to compare.", "appointment_booked")),
    operator: Operator.meta(says("Comparison operator.", "equals")),
    values: z
      .array(text(0, 1000))
      .max(200)
      .default([])
      .meta(says("Value to compare with: several for in and not_in, none for exists and missing.", ["true"])),
  })
  .superRefine(({ operator, values }, check) => {
    const none = operator === "exists" || operator === "missing";
    const several = operator === "in" || operator === "not_in";
    if (none && values.length > 0) check.addIssue({ code: "custom", path: ["values"], message: "Leave this blank." });
    if (!none && values.length === 0)
      check.addIssue({ code: "custom", path: ["values"], message: "Enter a value to compare with." });
    if (!none && !several && values.length > 1)
      check.addIssue({ code: "custom", path: ["values"], message: "Enter one value." });
  })
  .meta({ id: "TokenCondition" });
export type TokenCondition = z.output<typeof TokenCondition>;

export type Condition = TokenCondition | { all: Condition[] } | { any: Condition[] };
const Nested: z.ZodType<Condition, unknown> = z
  .lazy(() => z.union([TokenCondition, AllOf, AnyOf]))
  .meta({ id: "NestedCondition" });
const AllOf = z
  .strictObject({ all: z.array(Nested).max(CONDITIONS_A_RULE).meta(says("Conditions that must all hold.")) })
  .meta({ id: "AllConditions" });
const AnyOf = z
  .strictObject({
    any: z.array(Nested).max(CONDITIONS_A_RULE).meta(says("Conditions of which at least one must hold.")),
  })
  .meta({ id: "AnyCondition" });

/** Conditions on tokens, nested: all of them, or any of them. */
export const Condition = z
  .union([AllOf, AnyOf], { error: 'Write { "all": […] } or { "any": […] } with conditions on tokens.' })
  .refine(
    (condition) => depthOf(condition) <= CONDITIONS_DEEP,
    `Conditions can be nested at most ${CONDITIONS_DEEP} levels deep.`,
  )
  .refine(
    (condition) => countOf(condition) <= CONDITIONS_A_RULE,
    `A rule can have at most ${CONDITIONS_A_RULE} conditions.`,
  )
  .meta({ id: "Condition" });

function depthOf(condition: Condition): number {
  const inner = innerOf(condition);
  return inner === null ? 0 : 1 + Math.max(0, ...inner.map(depthOf));
}

function countOf(condition: Condition): number {
  const inner = innerOf(condition);
  return inner === null ? 1 : inner.reduce((sum, condition) => sum + countOf(condition), 0);
}

function innerOf(condition: Condition): readonly Condition[] | null {
  if ("all" in condition) return condition.all;
  return "any" in condition ? condition.any : null;
}

const CLOCK = "Enter a time such as 09:00.";
const OpenHours = z
  .strictObject({
    weekday: whole(0, 6).meta(says("Day of the week, from 0 (Sunday) to 6 (Saturday).", 1)),
    open: z
      .string({ error: CLOCK })
      .regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, CLOCK)
      .meta(says("Opening time.", "09:00")),
    close: z
      .string({ error: CLOCK })
      .regex(/^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$/, CLOCK)
      .meta(
        says(
          "Closing time, exclusive, up to 24:00. If it isn't later than the opening time, it is on the next day.",
          "17:00",
        ),
      ),
  })
  .meta({ id: "OpenHours" });

export const BusinessHours = z
  .strictObject({
    time_zone: z
      .string({ error: "Enter an IANA time zone such as America/Denver." })
      .refine(isTimeZone, "Enter an IANA time zone such as America/Denver.")
      .meta(says("IANA time zone of the hours.", "America/Denver")),
    rows: z.array(OpenHours).max(200).meta(says("Opening hours. Rows add up. An empty list means always open.")),
  })
  .meta({ id: "BusinessHours" });
export type BusinessHours = z.output<typeof BusinessHours>;

const FixedAmount = z.strictObject({ kind: z.literal("fixed"), amount: MoneyText });
const TokenAmount = z.strictObject({
  kind: z.literal("token"),
  token: TokenName,
  minimum: MoneyText,
  maximum: MoneyText,
});
export const RuleAmount = z
  .discriminatedUnion("kind", [FixedAmount, TokenAmount], {
    error: 'Write { "kind": "fixed", "amount" } or { "kind": "token", "token", "minimum", "maximum" }.',
  })
  .refine(
    (amount) => amount.kind === "fixed" || Number(amount.minimum) <= Number(amount.maximum),
    "The maximum must be at least the minimum.",
  );
export type RuleAmount = z.output<typeof RuleAmount>;

export const Rule = z
  .strictObject({
    id: Id.nullable().default(null).meta(says("ID of the rule. Null for a new rule.", 2)),
    name: text(1, 200).meta(says("Name of the rule.", "Appointment booked")),
    enabled: Flag.default(true).meta(says("True if the rule is active. A paused rule is skipped.", true)),
    condition: Condition.default({ all: [] }),
    hours: z
      .union([z.literal("owner"), BusinessHours])
      .nullable()
      .default(null)
      .meta(
        says("Hours in which the rule holds: owner for the business hours of the buyer or offer, null for always."),
      ),
    minimum_duration: z
      .strictObject({
        basis: Basis.meta(says("Measured from the buyer's answer (connected) or from the start (total).", "connected")),
        seconds: Seconds.meta(says("Minimum number of seconds, inclusive.", 60)),
      })
      .nullable()
      .default(null)
      .meta(says("Minimum duration. Null for none.", { basis: "connected", seconds: 60 })),
    duplicates: z
      .strictObject({
        seconds: whole(1, 86_400 * 366).meta(
          says("Length of the window in seconds. Calls exactly this far apart aren't duplicates.", 2_592_000),
        ),
        counts: z
          .enum(["converted", "connected", "any"], { error: "Use converted, connected or any." })
          .meta(says("Which earlier calls count.", "converted")),
      })
      .nullable()
      .default(null)
      .meta(
        says("Duplicate window. The rule doesn't hold if the same caller called within it. Null for no check.", {
          seconds: 2592000,
          counts: "converted",
        }),
      ),
    amount: RuleAmount.nullable()
      .default(null)
      .meta(says("Amount to charge or pay. Null for the agreed price or payout.")),
  })
  .meta({ id: "Rule" });
export type Rule = z.output<typeof Rule>;

export const Phrase = z
  .strictObject({
    text: text(1, 300).meta(says("Phrase to find. It matches whole words, ignoring case and accents.", "book it")),
    speaker: text(1, 50)
      .nullable()
      .default(null)
      .meta(says("Speaker whose words count. Null for any speaker.", "customer")),
    excluding: z
      .array(text(1, 300))
      .max(50)
      .default([])
      .meta(says("Longer phrases that prevent a match.", ["don't book it"])),
  })
  .meta({ id: "Phrase" });
export type Phrase = z.output<typeof Phrase>;
