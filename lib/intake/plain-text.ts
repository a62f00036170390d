/** The characters of a body in UTF-8, or null where it is something else. */
export function decodeText(body: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    return null;
  }
}

/** Text that PostgreSQL can keep: without NUL, without halves of a surrogate pair, of limited length. */
export function keepable(text: string, atMost: number): string {
  return text
    .slice(0, atMost)
    .replaceAll("\0", "")
    .replace(/\p{Surrogate}/gu, "\ufffd");
}
