import { z } from "zod";
import type { Declaration } from "./declaration";

const NOTHING = z.strictObject({});

/** The schema of a route's parameters; empty without any. */
export function inputOf({ input }: Pick<Declaration, "input">): z.ZodObject {
  return input ?? NOTHING;
}
