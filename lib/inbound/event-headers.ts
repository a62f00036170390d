/** Headers that show how an event was sent and signed. Network addresses are not stored. */
const STORED_HEADERS =
  /^(content-type|content-length|content-encoding|user-agent|date|.*signature.*|.*timestamp.*|webhook-id)$/;
/** Only the presence of these headers is stored, because their values are credentials. */
const HIDDEN = /^(authorization|cookie|.*secret.*|.*token.*|.*api-?key.*)$/;
const CHARACTERS_AT_MOST = 1000;

/** The headers that the log stores. */
export function eventHeaders(headers: Iterable<readonly [string, string]>): Record<string, string> {
  return Object.fromEntries(
    [...headers].flatMap(([name, value]): [string, string][] => {
      const lower = name.toLowerCase();
      if (HIDDEN.test(lower)) return [[lower, "(hidden)"]];
      return STORED_HEADERS.test(lower) ? [[lower, value.slice(0, CHARACTERS_AT_MOST)]] : [];
    }),
  );
}
