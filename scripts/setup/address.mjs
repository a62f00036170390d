import { answers, canListen } from "../database/ports.mjs";
import { Failure } from "./failure.mjs";

const LOOPBACK = "127.0.0.1";

/** Host and port of the server, and its public URL. */
export function readAddress() {
  const port = Number(process.env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Failure(`PORT must be a number from 1 to 65535.`);
  const host = process.env.HOST || LOOPBACK;
  return { host, port, url: process.env.PUBLIC_URL?.replace(/\/$/, "") || `http://localhost:${port}` };
}

/**
 * Whether others than this machine reach the server.
 * @param {{ host: string, url: string }} address
 */
export function isPublic({ host, url }) {
  return !isLoopback(host) || !isLoopback(new URL(url).hostname);
}

/** @param {string} host */
function isLoopback(host) {
  const name = host.replace(/^\[|\]$/g, "").toLowerCase();
  return name === "localhost" || name.endsWith(".localhost") || name === "::1" || /^127(\.\d{1,3}){3}$/.test(name);
}

/** @param {{ host: string, port: number }} address */
export async function refuseTakenPort({ host, port }) {
  // On some systems a server on one address does not stop another from listening on the same port.
  const isTaken = !(await canListen(port, host)) || (await answers(port, "localhost"));
  if (isTaken)
    throw new Failure(
      `Port ${port} is in use: stop what listens there, or choose another, as in PORT=${port + 1} npm start.`,
    );
}
