import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * A proxy in front of several servers, as an installation has one: it takes turns, tries another server where one does not accept
 * the connection, and answers 502 where one breaks off.
 */
export async function oneAddress(
  ports: readonly number[],
): Promise<{ readonly port: number; readonly close: () => void }> {
  let turn = 0;
  const pass = (from: IncomingMessage, to: ServerResponse, first: number, tries = 1) => {
    const port = ports[(first + tries) % ports.length];
    const asked = request({ host: "127.0.0.1", port, method: from.method, path: from.url, headers: from.headers });
    asked.once("response", (answer) => {
      to.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.once("error", () => to.destroy()).pipe(to);
    });
    asked.once("error", ({ code }: NodeJS.ErrnoException) => {
      if (code === "ECONNREFUSED" && tries < ports.length) pass(from, to, first, tries + 1);
      else if (to.headersSent) to.destroy();
      else to.writeHead(502).end();
    });
    // Our clients send no bodies, so that a request can be passed on again.
    asked.end();
  };
  const proxy = createServer((from, to) => {
    turn += 1;
    pass(from, to, turn);
  });
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");
  const close = () => {
    proxy.closeAllConnections();
    proxy.close();
  };
  return { port: (proxy.address() as AddressInfo).port, close };
}
