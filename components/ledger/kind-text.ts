/** "write_off_reversal" → "write-off reversal" */
export function kindText(kind: string): string {
  return kind.replace("write_off", "write-off").replaceAll("_", " ");
}
