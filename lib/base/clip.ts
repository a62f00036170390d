const KEPT_BYTES = 64 * 1024;

/** The beginning of a long text, so that no sender fills the inbox with a few posts. */
export function clip(text: string): string {
  const bytes = Buffer.from(text);
  return bytes.byteLength <= KEPT_BYTES ? text : `${bytes.subarray(0, KEPT_BYTES).toString()} …`;
}

/** As it came; of what is too long to keep, the beginning of its JSON. */
export function clipPayload(payload: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const text = JSON.stringify(payload);
  const clipped = clip(text);
  return clipped === text ? JSON.parse(text) : { beginning: clipped };
}
