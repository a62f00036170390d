import { randomBytes } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { env, hostsIn } from "@/lib/platform/config/env";
import { isServedHost } from "@/lib/platform/config/served-hosts";
import { contentSecurityPolicy, SECURITY_HEADERS, STRICT_TRANSPORT } from "./security-headers.mjs";

/** The header by which a page learns the nonce of its scripts. The server overwrites what the client sent. */
const NONCE = "x-nonce";
const NONCE_BYTES = 16;

/** Probes ask by whatever address reaches the process. */
const FOR_PROBES = /^\/(health\/(live|ready)|metrics)$/;

/** Answers only requests for the installation's own hosts: others get 421, so that no page is built for a forged one. */
export function onlyOwnHosts(handOn: RequestListener): RequestListener {
  return (message, response) => {
    if (FOR_PROBES.test(message.url ?? "") || isServedHost(message.headers.host ?? ""))
      return handOn(message, response);
    response.writeHead(421, { "content-type": "text/plain; charset=utf-8", connection: "close" });
    response.end("This server doesn’t answer for this host. Its hosts are those of NEXTAUTH_URL and HOSTS.\n");
  };
}

/** The policy of a page, with a nonce that its own scripts carry. Next.js reads it from the request's policy. */
export function setPagePolicy(message: IncomingMessage, response: ServerResponse): void {
  const nonce = randomBytes(NONCE_BYTES).toString("base64");
  const policy = contentSecurityPolicy({ nonce, media: hostsIn(env().MEDIA_HOSTS) });
  message.headers["content-security-policy"] = policy;
  message.headers[NONCE] = nonce;
  response.setHeader("Content-Security-Policy", policy);
  setStrictTransport(response);
}

const WITHOUT_SCRIPTS = contentSecurityPolicy();

/** Security headers of an answer without scripts, whatever the address of the installation. */
export function setAnswerHeaders(response: ServerResponse): void {
  for (const { key, value } of SECURITY_HEADERS) response.setHeader(key, value);
  response.setHeader("Content-Security-Policy", WITHOUT_SCRIPTS);
}

/** The same, with Strict-Transport-Security where the installation is reached by https. */
export function setSecurityHeaders(response: ServerResponse): void {
  setAnswerHeaders(response);
  setStrictTransport(response);
}

function setStrictTransport(response: ServerResponse): void {
  if (env().NEXTAUTH_URL.startsWith("https:")) response.setHeader(STRICT_TRANSPORT.key, STRICT_TRANSPORT.value);
}
