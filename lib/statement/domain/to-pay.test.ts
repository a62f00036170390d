import { expect, test } from "vitest";
import { carriedOver, toPay } from "./to-pay";

test.each([
  ["all that it bills, where as much was open before", 500n, 800n, 300n, 500n],
  ["all that it bills, where nothing was open before", 500n, 500n, 0n, 500n],
  ["what a credit leaves of it", 500n, 200n, -300n, 200n],
  ["nothing, where a credit covers it", 500n, -100n, -600n, 0n],
  ["nothing, where it gives back, whatever is still open", -100n, 300n, 400n, 0n],
  ["nothing, where it bills nothing", 0n, 300n, 300n, 0n],
])("a statement asks for %s", (_, billedMinor, closingMinor, carried, wanted) => {
  expect([carriedOver({ billedMinor, closingMinor }), toPay({ billedMinor, closingMinor })]).toEqual([carried, wanted]);
});
