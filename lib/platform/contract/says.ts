/** What the reference tells about a field. */
export function says(description: string, example?: unknown): { description: string; example?: unknown } {
  return example === undefined ? { description } : { description, example };
}
