/** The body as UTF-8 text; null if it is not UTF-8. */
export function decodeText(body: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    return null;
  }
}

/** Text that PostgreSQL can store: without NUL and lone surrogates, limited in length. */
export function storableText(text: string, charactersAtMost: number): string {
  return text
    .slice(0, charactersAtMost)
    .replaceAll("\0", "")
    .replace(/\p{Surrogate}/gu, "\ufffd");
}
