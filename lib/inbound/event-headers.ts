/** What tells how an event was sent and signed. Addresses of people and machines on the way are not ours to keep. */
const KEPT = /^(content-type|content-length|content-encoding|user-agent|date|.*signature.*|.*timestamp.*|webhook-id)$/;
/** Present or not is worth knowing; what they say opens doors. */
const HIDDEN = /^(authorization|cookie|.*secret.*|.*token.*|.*api-?key.*)$/;
const CHARACTERS_AT_MOST = 1000;

/** The headers as the log may keep them. */
export function eventHeaders(headers: Iterable<readonly [string, string]>): Record<string, string> {
  return Object.fromEntries(
    [...headers].flatMap(([name, value]): [string, string][] => {
      const lower = name.toLowerCase();
      if (HIDDEN.test(lower)) return [[lower, "(hidden)"]];
      return KEPT.test(lower) ? [[lower, value.slice(0, CHARACTERS_AT_MOST)]] : [];
    }),
  );
}
