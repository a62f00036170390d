import { z } from "zod";
import { Invalid } from "@/lib/base/errors";
import { ApiBoolean } from "@/lib/platform/contract/scalars";
import type { Parameters } from "./parameters";
import { parseInput } from "./parse-input";

export const DRY_RUN = "dry_run";

/** The parameter of routes with a dry run. */
export const DryRun = z.object({
  dry_run: ApiBoolean.meta({
    description: "True to preview the change without saving it. Send it in the query string or the body.",
    example: true,
  }),
});

type Asked = { readonly dryRun: boolean; readonly parameters: Parameters };

/**
 * Removes `dry_run` from the parameters. A route without a dry run rejects it, even a forgiving route: nothing may be
 * written when a preview was requested.
 */
export function parseDryRun(parameters: Parameters, hasDryRun: boolean): Asked {
  if (!Object.hasOwn(parameters, DRY_RUN)) return { dryRun: false, parameters };
  const { dry_run, ...others } = parameters;
  if (!hasDryRun) throw new Invalid({ dry_run: "Dry runs aren’t supported here. Leave dry_run out." });
  const { dry_run: dryRun } = parseInput(DryRun, { dry_run });
  return { dryRun, parameters: others };
}
