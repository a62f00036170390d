const KEPT_BYTES = 64 * 1024;

/** Shortens a long text, so that one sender cannot fill the inbox. */
export function clip(text: string): string {
  const bytes = Buffer.from(text);
  return bytes.byteLength <= KEPT_BYTES ? text : `${bytes.subarray(0, KEPT_BYTES).toString()} …`;
}

/** The payload, or the beginning of its JSON if it is too long. */
export function clipPayload(payload: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const text = JSON.stringify(payload);
  const clipped = clip(text);
  return clipped === text ? JSON.parse(text) : { beginning: clipped };
}
