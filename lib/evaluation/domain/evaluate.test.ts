import fc from "fast-check";
import { expect, test } from "vitest";
import type { EvaluationFacts } from "@/lib/call/domain/evaluation-facts";
import { type Condition, evaluateCondition, OPERATORS, type Operator } from "./condition";
import { evaluateDuplicate } from "./duplicate";
import { evaluate, findConverting, type Mechanisms, NO_MECHANISMS } from "./evaluate";
import type { Rule } from "./rule";

const STARTED = new Date("2026-11-23T17:00:00Z");
const facts = (overrides: Partial<EvaluationFacts> = {}): EvaluationFacts => ({
  startedAt: STARTED,
  answered: true,
  durationSeconds: 184,
  connectedSeconds: 171,
  tokens: { zip: "80202", age: "9" },
  transcript: [],
  earlierCalls: [],
  ...overrides,
});
const rule = (number: string | number, overrides: Partial<Rule> = {}): Rule => ({
  id: Number(number),
  name: `Rule ${number}`,
  enabled: true,
  condition: { all: [] },
  hours: null,
  minimumSeconds: null,
  duplicates: null,
  amount: null,
  ...overrides,
});
const mechanisms = (overrides: Partial<Mechanisms> = {}): Mechanisms => ({ ...NO_MECHANISMS, ...overrides });
const equals = (pattern: string, text: string) => pattern === text;
const converting = (settings: Mechanisms, overrides: EvaluationFacts) =>
  evaluate(settings, overrides, equals).converting?.name ?? null;

test("a call longer than the threshold converts: N seconds do not, N + 1 do", () => {
  const ninety = mechanisms({ duration: { basis: "connected", longerThanSeconds: 90 } });
  expect([89, 90, 91].map((seconds) => converting(ninety, facts({ connectedSeconds: seconds })))).toEqual([
    null,
    null,
    "Duration",
  ]);
});

test("connected seconds default to the duration, and are 0 for an unanswered call", () => {
  const ninety = mechanisms({ duration: { basis: "connected", longerThanSeconds: 90 } });
  expect(converting(ninety, facts({ connectedSeconds: null, durationSeconds: 91 }))).toBe("Duration");
  expect(converting(ninety, facts({ connectedSeconds: null, durationSeconds: 91, answered: false }))).toBeNull();
  expect(converting(ninety, facts({ connectedSeconds: null, durationSeconds: null }))).toBeNull();
});

test("the first rule that holds converts; a rule that fails or is paused passes to the next", () => {
  const settings = mechanisms({
    rules: [
      rule("1", { condition: { token: "zip", operator: "equals", values: ["10001"] } }),
      rule("2", { enabled: false }),
      rule("3", { condition: { token: "zip", operator: "exists", values: [] } }),
      rule("4"),
    ],
    duration: { basis: "total", longerThanSeconds: 1 },
  });
  expect(converting(settings, facts())).toBe("Rule 3");
  expect(evaluate(settings, facts(), equals).steps.map(({ verdictOf }) => verdictOf.holds)).toEqual([
    false,
    false,
    true,
    true,
    false,
    true,
  ]);
});

test("a rule holds when its hours, conditions, minimum duration and duplicate window all hold", () => {
  const earlier = { startedAt: new Date(STARTED.getTime() - 60_000), converted: true, connected: true };
  const strict = rule("1", {
    minimumSeconds: { basis: "connected", seconds: 171 },
    duplicates: { seconds: 3600, counts: "converted" },
    hours: { timeZone: "UTC", rows: [{ weekday: 1, open: 17 * 60, close: 18 * 60 }] },
  });
  expect(converting(mechanisms({ rules: [strict] }), facts())).toBe("Rule 1");
  expect(converting(mechanisms({ rules: [strict] }), facts({ connectedSeconds: 170 }))).toBeNull();
  expect(converting(mechanisms({ rules: [strict] }), facts({ earlierCalls: [earlier] }))).toBeNull();
  expect(
    converting(mechanisms({ rules: [strict] }), facts({ startedAt: new Date("2026-11-23T18:00:00Z") })),
  ).toBeNull();
});

test("exactly the window apart is not a duplicate, and only counted calls make duplicates", () => {
  const at = (seconds: number, converted = true) =>
    facts({ earlierCalls: [{ startedAt: new Date(STARTED.getTime() - seconds * 1000), converted, connected: false }] });
  const window = { seconds: 60, counts: "converted" } as const;
  expect([59, 60, 61].map((seconds) => evaluateDuplicate(window, at(seconds)).holds)).toEqual([false, true, true]);
  expect(evaluateDuplicate(window, at(1, false)).holds).toBe(true);
  expect(evaluateDuplicate({ seconds: 60, counts: "any" }, at(1, false)).holds).toBe(false);
});

test.each<[Operator, string[], boolean]>([
  ["equals", ["80202.0"], true],
  ["not_equals", ["10001"], true],
  ["greater", ["80201"], true],
  ["at_least", ["80202"], true],
  ["less", ["9"], false],
  ["at_most", ["80202"], true],
  ["greater", ["abc"], false],
  ["in", ["1", "80202"], true],
  ["not_in", ["1", "2"], true],
  ["contains", ["020"], true],
  ["matches", ["80202"], true],
  ["exists", [], true],
  ["missing", [], false],
])("zip 80202 %s %j: %s", (operator, values, holds) => {
  expect(evaluateCondition({ token: "zip", operator, values }, facts().tokens, equals).holds).toBe(holds);
});

test("numbers are compared by value, not as text", () => {
  expect(evaluateCondition({ token: "age", operator: "less", values: ["10"] }, facts().tokens, equals).holds).toBe(
    true,
  );
});

test("a missing token fails every operator except missing, not equals and not in", () => {
  const holding = (
    ["equals", "not_equals", "greater", "in", "not_in", "contains", "matches", "exists", "missing"] as const
  ).filter((operator) => evaluateCondition({ token: "none", operator, values: ["1"] }, {}, equals).holds);
  expect(holding).toEqual(["not_equals", "not_in", "missing"]);
});

test("all and any can be nested, and every clause is shown", () => {
  const zip = { token: "zip", operator: "equals", values: ["1"] } as const;
  const age = { token: "age", operator: "equals", values: ["9"] } as const;
  const verdict = evaluateCondition({ any: [{ all: [zip, age] }, age] }, facts().tokens, equals);
  expect(verdict.holds).toBe(true);
  expect(verdict.clauses).toHaveLength(3);
});

test("rules come before the voice agent and duration, so the order of arrival does not decide the price", () => {
  const settings = mechanisms({
    rules: [rule("1", { condition: { token: "booked", operator: "equals", values: ["true"] } })],
    voiceAgent: { phrases: [{ text: "book it", speaker: null, excluding: [] }], tokens: [] },
    duration: { basis: "connected", longerThanSeconds: 90 },
  });
  const talked = facts({ transcript: [{ speaker: "caller", text: "yes, book it", atSeconds: 12 }] });
  expect(converting(settings, facts())).toBe("Duration");
  expect(converting(settings, talked)).toBe("“book it”");
  expect(converting(settings, { ...talked, tokens: { booked: "true" } })).toBe("Rule 1");
});

test("a long text is evaluated as a whole and shown by its beginning", () => {
  const condition = { token: "note", operator: "contains" as const, values: ["the end"] };
  const { holds, clauses } = evaluateCondition(condition, { note: `${"x".repeat(4000)}the end` }, equals);
  expect(holds).toBe(true);
  expect(clauses[0]?.seen).toBe(`${"x".repeat(300)}…`);
});

test("the result is the same without the steps", () => {
  const leaf = fc.record({
    token: fc.constantFrom("zip", "age", "booked"),
    operator: fc.constantFrom(...OPERATORS),
    values: fc.array(fc.constantFrom("80202", "9", "true"), { minLength: 1, maxLength: 2 }),
  });
  const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 2 },
      leaf,
      fc.record({ all: fc.array(tie("condition"), { maxLength: 3 }) }),
      fc.record({ any: fc.array(tie("condition"), { maxLength: 3 }) }),
    ),
  }));
  const oneRule = fc.record({
    enabled: fc.boolean(),
    condition,
    minimumSeconds: fc.constantFrom(null, { basis: "total" as const, seconds: 200 }),
  });
  const duration = fc.constantFrom(null, { basis: "total" as const, longerThanSeconds: 90 });
  fc.assert(
    fc.property(fc.array(oneRule, { maxLength: 4 }), duration, (rules, switched) => {
      const settings = mechanisms({
        rules: rules.map((condition, place) => rule(place, condition)),
        duration: switched,
      });
      const { converting: shown } = evaluate(settings, facts(), equals);
      expect(findConverting(settings, facts(), equals)?.name).toBe(shown?.name);
    }),
  );
});
