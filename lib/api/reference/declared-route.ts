import type { z } from "zod";
import type { Declaration } from "../route";

/** What the reference tells of one method. */
export type DeclaredRoute = {
  readonly method: string;
  readonly declaration: Pick<
    Declaration<z.ZodObject, z.ZodType>,
    "path" | "summary" | "doors" | "secure" | "dryRun" | "input" | "output"
  > & { readonly location?: unknown; readonly media?: string };
};
