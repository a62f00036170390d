import { gzipSync } from "node:zlib";
import type { SignedInBrowser } from "./signed-in-browser";

const CHUNK = /static\/chunks\/[\w./~@%-]+?\.js/g;

/** Gzipped bytes of all JavaScript that a page loads. */
export async function scriptBytes(browser: SignedInBrowser, path: string): Promise<number> {
  const html = await browser.get(path);
  let bytes = 0;
  for (const chunk of new Set(html.match(CHUNK))) bytes += gzipSync(await browser.get(`/_next/${chunk}`)).byteLength;
  return bytes;
}
