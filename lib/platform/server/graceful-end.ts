import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { Server as NetServer, type Socket } from "node:net";

/** A client that keeps its connection open has this long to send what it was about to send. */
const GRACE_MS = 1_000;
const LOOK_EVERY_MS = 25;
const FINISH_AT_MOST_MS = 8_000;

/**
 * Lets a server end without cutting a request: once asked to, it takes no new connections, answers what arrives on those that
 * are open with `Connection: close`, and closes the ones that stay silent. To be made before the server has its listeners.
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
    // A request that was sent behind another one is answered, too.
    if (before && !before.headersSent) before.removeHeader("connection");
    makeLast(socket, response);
  });

  return async () => {
    ending = true;
    for (const [socket, response] of newest) makeLast(socket, response);
    const begun = performance.now();
    // The server's own `close` would cut the connections that are silent at this moment.
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
