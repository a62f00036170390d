import { describe, expect, test } from "vitest";
import { notUnderstood } from "./not-understood";

describe("a post is not understood", () => {
  test("with unknown names only", () => {
    const problem = notUnderstood({}, ["outcome", "price"], false);
    expect(problem?.message).toBe("This update has no known fields. Unknown names: outcome, price.");
    expect(problem?.ignored).toEqual(["outcome", "price"]);
  });

  test.each(["{{revenue}}", " {{ call.revenue }} ", "[Call:Payout]", "[tag:Lead:price]", "--A--revenue--B--"])(
    "with the macro %s as a value",
    (macro) => {
      expect(notUnderstood({ buyer_converted: "true", revenue: macro }, [], true)?.message).toContain(
        `revenue is ${macro}`,
      );
    },
  );
});

describe("a post is understood", () => {
  test("with any known field, whatever else it contains", () => {
    expect(notUnderstood({ converted: true }, ["utm_source"], true)).toBeNull();
  });

  test("without content: it names no field", () => {
    expect(notUnderstood({}, [], false)).toBeNull();
  });

  test("with a reason in brackets", () => {
    expect(notUnderstood({ reason: "[Note: sold a week later]" }, [], true)).toBeNull();
  });

  test.each(["10.00", "{revenue}", "Sold [today]", "{{a}} and {{b}} later", "--", "[]"])(
    "with the text %s as a value, which is no macro",
    (text) => {
      expect(notUnderstood({ reason: text }, [], true)).toBeNull();
    },
  );
});
