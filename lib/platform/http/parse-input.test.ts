import { expect, test } from "vitest";
import { z } from "zod";
import { Invalid } from "@/lib/base/errors";
import { parseInput } from "./parse-input";

const SCHEMA = z.strictObject({ revenue: z.string() }).partial();

test.each(["__proto__", "constructor", "toString", "reveneu"])("the field name %s is rejected by name", (name) => {
  const setup = JSON.parse(`{"revenue":"10","${name}":"1"}`);
  const refused = () => parseInput(SCHEMA, setup);
  expect(refused).toThrow(Invalid);
  expect(refused).toThrow(
    expect.objectContaining({
      errors: JSON.parse(`{"${name}":"Unknown parameter “${name}”. Remove it or correct its name."}`),
    }),
  );
});
