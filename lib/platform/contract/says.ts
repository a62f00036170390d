/** Description and example of a field in the reference. */
export function says(description: string, example?: unknown): { description: string; example?: unknown } {
  return example === undefined ? { description } : { description, example };
}
