/** Why an archived party cannot be chosen. */
export function archivedText(one: string, id: number): string {
  return `${one.charAt(0).toUpperCase()}${one.slice(1)} ${id} is archived. Restore it, or choose another one.`;
}
