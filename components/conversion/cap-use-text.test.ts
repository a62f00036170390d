import { expect, test } from "vitest";
import { capUseText } from "./cap-use-text";

const CAP = {
  cap_id: 4,
  name: "50 conversions per day",
  used_before: "49",
  used_after: "50",
  limit: "50",
  over: false,
};

test("the usage of a cap is shown with its limit, and whether it is over", () => {
  expect(capUseText(CAP)).toBe("50 of 50 conversions per day used");
  expect(capUseText({ ...CAP, used_after: "51", over: true })).toBe("51 of 50 conversions per day used, over the cap");
  const money = { ...CAP, name: "20000.00 revenue per month", limit: "20000.00", used_after: "1738.50" };
  expect(capUseText(money)).toBe("1,738.50 of 20,000.00 revenue per month used");
  expect(capUseText({ cap_id: 4, name: "cap on revenue per day", over: true })).toBe(
    "cap on revenue per day: over the cap",
  );
});
