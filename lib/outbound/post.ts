import { type LookupAddress, type LookupOptions, lookup } from "node:dns";
import http, { type IncomingMessage } from "node:http";
import https from "node:https";
import { isIP } from "node:net";
import { isAllowedAddress, isAllowedHost } from "./allowed-address";

const ANSWER_WITHIN_MS = 10_000;
const STORED_BYTES = 4 * 1024;
/** A longer answer ends the connection; a shorter one is read to its end, so that the connection is used again. */
const READ_BYTES = 64 * 1024;

const agents = { "http:": new http.Agent({ keepAlive: true }), "https:": new https.Agent({ keepAlive: true }) };

export type Post = { readonly url: string; readonly headers: Readonly<Record<string, string>>; readonly body: string };
export type Answer = { readonly status: number; readonly text: string };
type Resolve = typeof lookup;

/** The host is, or leads to, an address that is not public. */
export class AddressNotAllowed extends Error {
  constructor(host: string) {
    super(`${host} is not a public address, so nothing was sent to it.`);
  }
}

/**
 * Posts to an outside system. Follows no redirect, and connects to public addresses only: names are checked as the
 * connection resolves them, so a name cannot lead elsewhere after the check. Throws without an answer in time.
 */
export async function post({ url, headers, body }: Post, resolve: Resolve = lookup): Promise<Answer> {
  const { protocol, hostname } = new URL(url);
  if (protocol !== "http:" && protocol !== "https:")
    throw new Error("The URL begins with neither https:// nor http://.");
  const host = hostname.replace(/^\[|\]$/g, "");
  // No name is resolved for an address.
  if (isIP(host) !== 0 && !isAllowedAddress(host)) throw new AddressNotAllowed(host);
  const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
  try {
    return await new Promise<Answer>((answered, failed) => {
      const request = (protocol === "https:" ? https : http).request(url, {
        method: "POST",
        agent: agents[protocol],
        headers: { "content-length": Buffer.byteLength(body), ...headers },
        lookup: (name, options, done) => resolveAllowed(resolve, name, options, done),
        signal,
      });
      request.on("error", failed);
      request.on("response", (response) => readAnswer(response).then(answered, failed));
      request.end(body);
    });
  } catch (reason) {
    if (signal.aborted) throw new Error(`No answer within ${ANSWER_WITHIN_MS / 1000} seconds.`);
    throw reason;
  }
}

type Done = (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void;

/** Refuses a name as soon as one of its addresses is not public. */
function resolveAllowed(resolve: Resolve, name: string, options: LookupOptions, done: Done): void {
  resolve(name, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, []);
    const [first] = addresses;
    const areAllowed = isAllowedHost(name) || addresses.every(({ address }) => isAllowedAddress(address));
    if (!first || !areAllowed) return done(new AddressNotAllowed(name), []);
    if (options.all) return done(null, addresses);
    done(null, first.address, first.family);
  });
}

async function readAnswer(response: IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > READ_BYTES) break;
  }
  const text = Buffer.concat(chunks).subarray(0, STORED_BYTES).toString("utf8");
  // PostgreSQL stores no NUL.
  return { status: response.statusCode ?? 0, text: text.replaceAll("\0", "") };
}
