import { Invalid } from "@/lib/base/errors";

type Fields = Readonly<Record<string, unknown>>;

/** Nothing in the request could be read. It is held for a person, because its sender reads no answers. */
export class NotUnderstood extends Invalid {
  constructor(
    problem: string,
    readonly ignored: readonly string[] = [],
  ) {
    super({}, problem);
  }
}

/**
 * Why nothing could be read; null if something could. `fields` are the known fields, `isUpdate` says whether any of
 * them updates a call.
 */
export function notUnderstood(fields: Fields, ignored: readonly string[], isUpdate: boolean): NotUnderstood | null {
  const macros = Object.entries(fields).flatMap(([name, value]) =>
    name !== "reason" && isMacro(value) ? [`${name} is ${value}`] : [],
  );
  if (macros.length > 0) {
    return new NotUnderstood(
      `${macros.join(", ")}: the sender’s system didn’t replace this macro with a value.`,
      ignored,
    );
  }
  if (isUpdate || ignored.length === 0) return null;
  return new NotUnderstood(`This update has no known fields. Unknown names: ${ignored.join(", ")}.`, ignored);
}

/** Unexpanded macros of trackers: `{{revenue}}`, `[Call:Payout]`, `--A--revenue--B--`. */
const MACRO = /^\s*(\{\{[^{}]*\}\}|\[[A-Za-z][\w ]*:[^[\]]+\]|--[A-Z]--.+--[A-Z]--)\s*$/;

function isMacro(value: unknown): value is string {
  return typeof value === "string" && MACRO.test(value);
}
