import { HOME_PATH } from "./home-path";

const BASE = "http://own-origin.invalid";

/** The path to return to after sign-in; the home page for any other site. */
export function safeReturnPath(candidate: unknown): string {
  if (typeof candidate !== "string" || !candidate.startsWith("/") || !URL.canParse(candidate, BASE)) return HOME_PATH;
  const url = new URL(candidate, BASE);
  const path = url.pathname + url.search + url.hash;
  // Dots collapse while parsing: "/.//host" becomes "//host", which a browser reads as another site.
  if (url.origin !== BASE || path.startsWith("//")) return HOME_PATH;
  if (/^\/(sign-in|setup|api)(\/|$)/.test(url.pathname) || url.pathname === "/") return HOME_PATH;
  return path;
}
