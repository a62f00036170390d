import { expect, test } from "vitest";
import { Random } from "./random";

test("a name always gives the same numbers, and another name gives others", () => {
  const numbers = (name: string) => {
    const random = new Random(name);
    return Array.from({ length: 20 }, () => random.next());
  };
  expect(numbers("call 7")).toEqual(numbers("call 7"));
  expect(numbers("call 7")).not.toEqual(numbers("call 8"));
});

test("numbers are evenly distributed", () => {
  const random = new Random("spread");
  const draws = Array.from({ length: 20_000 }, () => random.weighted([1, 3, 0]));
  expect(draws.filter((draw) => draw === 1).length / draws.length).toBeCloseTo(0.75, 1);
  expect(draws).not.toContain(2);
  const whole = Array.from({ length: 2000 }, () => random.between(4, 6));
  expect(new Set(whole)).toEqual(new Set([4, 5, 6]));
});
