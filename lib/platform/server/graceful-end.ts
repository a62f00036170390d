import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { Server as NetServer, type Socket } from "node:net";

/** How long a client with an open connection may take before its next request. */
const GRACE_MS = 1_000;
const LOOK_EVERY_MS = 25;
const FINISH_AT_MOST_MS = 8_000;

/**
 * Ends a server without cutting requests: it accepts no new connections, answers requests on open ones with
 * `Connection: close`, and closes silent ones. Call this before the server gets its listeners.
 */
export function gracefulEnd(server: Server): () => Promise<void> {
  const open = new Set<ServerResponse>();
  const newest = new Map<Socket, ServerResponse>();
  let ending = false;

  const makeLast = (socket: Socket, response: ServerResponse) => {
    if (!response.headersSent) response.setHeader("connection", "close");
    newest.set(socket, response);
  };
  server.on("request", ({ socket }: IncomingMessage, response: ServerResponse) => {
    const before = newest.get(socket);
    open.add(response);
    newest.set(socket, response);
    response.once("close", () => {
      open.delete(response);
      if (newest.get(socket) === response) newest.delete(socket);
    });
    if (!ending) return;
    // An earlier pipelined request keeps the connection open for this one.
    if (before && !before.headersSent) before.removeHeader("connection");
    makeLast(socket, response);
  });

  return async () => {
    ending = true;
    for (const [socket, response] of newest) makeLast(socket, response);
    const begun = performance.now();
    // `http.Server.close` would cut connections that are silent at this moment.
    const closed = new Promise<void>((resolve) => NetServer.prototype.close.call(server, () => resolve()));
    const look = setInterval(() => {
      const elapsed = performance.now() - begun;
      const isSending = [...open].some(({ writableEnded }) => writableEnded);
      if (elapsed > FINISH_AT_MOST_MS) server.closeAllConnections();
      else if (elapsed > GRACE_MS && !isSending) server.closeIdleConnections();
    }, LOOK_EVERY_MS);
    await closed;
    clearInterval(look);
  };
}
