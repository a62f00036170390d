/**
 * What a statement under the buyer's own reference goes by. The same words again are a repetition and keep the name of
 * the newest; other words are a correction and get the next name, also where they return to earlier ones.
 */
export function eventName(reference: string, digest: string, newest: string | null): string {
  const [number = 0, before = ""] = newest === null ? [] : parts(reference, newest);
  return before === digest && newest !== null ? newest : `${beginningOf(reference)}${number + 1}.${digest}`;
}

/** How all names under a reference begin. */
export function beginningOf(reference: string): string {
  return `${reference} #`;
}

function parts(reference: string, name: string): [number, string] {
  const [number = "", digest = ""] = name.slice(beginningOf(reference).length).split(".");
  return [Number(number) || 0, digest];
}

/** The reference in such a name, and what stands behind it; another name is all reference. */
export function splitEventName(name: string): { readonly reference: string; readonly rest: string } {
  const rest = / #[0-9]+\.[0-9a-f]{16}$/.exec(name)?.[0] ?? "";
  return { reference: name.slice(0, name.length - rest.length), rest };
}
