import { describe, expect, test } from "vitest";
import { notUnderstood } from "./not-understood";

describe("nothing of a post was understood", () => {
  test("where it has names that are not known, and nothing else", () => {
    const problem = notUnderstood({}, ["outcome", "price"], false);
    expect(problem?.message).toBe("This update has no known fields. Unknown names: outcome, price.");
    expect(problem?.ignored).toEqual(["outcome", "price"]);
  });

  test.each(["{{revenue}}", " {{ call.revenue }} ", "[Call:Payout]", "[tag:Lead:price]", "--A--revenue--B--"])(
    "where a value is the macro %s",
    (macro) => {
      expect(notUnderstood({ buyer_converted: "true", revenue: macro }, [], true)?.message).toContain(
        `revenue is ${macro}`,
      );
    },
  );
});

describe("a post was understood", () => {
  test("where it says something, whatever else it has", () => {
    expect(notUnderstood({ converted: true }, ["utm_source"], true)).toBeNull();
  });

  test("where it is empty: then it names no field", () => {
    expect(notUnderstood({}, [], false)).toBeNull();
  });

  test("where a reason is written in brackets", () => {
    expect(notUnderstood({ reason: "[Note: sold a week later]" }, [], true)).toBeNull();
  });

  test.each(["10.00", "{revenue}", "Sold [today]", "{{a}} and {{b}} later", "--", "[]"])(
    "where a value is the text %s, which is no macro",
    (text) => {
      expect(notUnderstood({ reason: text }, [], true)).toBeNull();
    },
  );
});
