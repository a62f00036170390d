import { z } from "zod";
import type { Declaration } from "./declaration";

const NOTHING = z.strictObject({});

/** The parameters that a route takes. */
export function inputOf({ input }: Pick<Declaration, "input">): z.ZodObject {
  return input ?? NOTHING;
}
