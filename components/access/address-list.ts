/** The addresses that somebody typed, one per line or separated by commas or spaces. */
export function addressList(text: string): string[] {
  return text.split(/[\s,;]+/).filter((address) => address !== "");
}
