/** The parameter without which a GET reports nothing: people and programs that only open the link don't add it. */
export const REPORT = "report";

/**
 * Headers of clients that prepare or show a page: browsers that prefetch (`Sec-Purpose` of the Fetch standard, `Purpose` and `X-Moz`
 * before it) or preview (`X-Purpose` of Safari), and browsers that a person uses (`Sec-Fetch-Dest`, which no server sends).
 */
const OF_BROWSERS = ["sec-purpose", "purpose", "x-purpose", "x-moz", "sec-fetch-dest", "next-router-prefetch"];

/** Programs that open links in messages and pages, by their documented names in `User-Agent`. */
const OPENS_LINKS =
  /bot\b|crawler|spider|preview|facebookexternalhit|whatsapp|slack|discord|telegram|skype|embedly|quora link|vkshare|google-read-aloud|safelinks|barracuda|proofpoint|mimecast/i;

type Asked = { readonly headers: Pick<Headers, "get">; readonly query: string };

/** What a request reports in its query. */
export function queryOfReport({ method, query }: Pick<Asked, "query"> & { readonly method: string }): string {
  if (method !== "GET") return query;
  const parameters = new URLSearchParams(query);
  parameters.delete(REPORT);
  return parameters.toString();
}

/** Why a GET at a buyer's webhook is no report, as a sentence about what to do; null if it is one. */
export function whyNoReport({ headers, query }: Asked): string | null {
  const values = new URLSearchParams(query).getAll(REPORT);
  if (values.length !== 1 || values[0] !== "true") return `Add ${REPORT}=true: without it, a GET reports nothing.`;
  if (OF_BROWSERS.some((name) => headers.get(name) !== null)) {
    return "This came from a browser, which may only have prepared the page. Send it from the buyer’s system.";
  }
  if (OPENS_LINKS.test(headers.get("user-agent") ?? "")) {
    return "This came from a program that opens links to show a preview. Send it from the buyer’s system.";
  }
  return null;
}
