import { expect, test } from "vitest";
import type { Condition } from "@/lib/settings/contract/rule";
import { conditionText } from "./condition-text";

const zip: Condition = { token: "zip", operator: "in", values: ["80202", "80203"] };
const state: Condition = { token: "state", operator: "equals", values: ["CO"] };
const agent: Condition = { token: "agent", operator: "missing", values: [] };

test.each<[Condition, string | null]>([
  [{ all: [] }, null],
  [{ any: [] }, "any of no conditions"],
  [{ all: [zip] }, "zip is one of 80202, 80203"],
  [{ all: [agent, { any: [zip, state] }] }, "agent is missing and (zip is one of 80202, 80203 or state is CO)"],
  [{ any: [{ all: [zip, state] }] }, "zip is one of 80202, 80203 and state is CO"],
  [{ all: [state, { all: [] }] }, "state is CO and (anything)"],
])("%j in words", (condition, words) => {
  expect(conditionText(condition)).toBe(words);
});
