import { Invalid } from "@/lib/base/errors";

type Fields = Readonly<Record<string, unknown>>;

/** Something was sent of which nothing was understood. It is held for a person, since its sender reads no answers. */
export class NotUnderstood extends Invalid {
  constructor(
    problem: string,
    readonly ignored: readonly string[] = [],
  ) {
    super({}, problem);
  }
}

/**
 * Why nothing was understood; null where something was. `known` are the fields that the route knows, `says` whether any of
 * them says something of a call.
 */
export function notUnderstood(known: Fields, ignored: readonly string[], says: boolean): NotUnderstood | null {
  const macros = Object.entries(known).flatMap(([name, value]) =>
    name !== "reason" && isMacro(value) ? [`${name} is ${value}`] : [],
  );
  if (macros.length > 0) {
    return new NotUnderstood(
      `${macros.join(", ")}: the sender’s system didn’t replace this macro with a value.`,
      ignored,
    );
  }
  if (says || ignored.length === 0) return null;
  return new NotUnderstood(`This update has no known fields. Unknown names: ${ignored.join(", ")}.`, ignored);
}

/** What trackers put a value in place of: `{{revenue}}`, `[Call:Payout]`, `--A--revenue--B--`. */
const MACRO = /^\s*(\{\{[^{}]*\}\}|\[[A-Za-z][\w ]*:[^[\]]+\]|--[A-Z]--.+--[A-Z]--)\s*$/;

function isMacro(value: unknown): value is string {
  return typeof value === "string" && MACRO.test(value);
}
