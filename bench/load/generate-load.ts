import { randomUUID } from "node:crypto";
import { HttpConnection } from "./http-connection";
import type { LoadOrder, LoadResult } from "./load-order";

/** Every connection sends its next request as soon as it has its answer. */
export async function generateLoad(order: LoadOrder): Promise<LoadResult> {
  const connections = Array.from({ length: order.connections }, () => new HttpConnection(order.port));
  const begun = performance.now();
  const until = begun + order.seconds * 1000;
  let [sent, refused] = [0, 0];
  const keepSending = async (connection: HttpConnection) => {
    while (performance.now() < until && sent < order.atMost) {
      const place = (order.from + sent) % order.paths.length;
      sent += 1;
      const headers = { ...order.headers, ...(order.newInEach && { [order.newInEach]: randomUUID() }) };
      const status = await connection.send({ ...order, headers }, order.paths[place] ?? "/", order.bodies?.[place]);
      if (status < 200 || status > 299) refused += 1;
    }
  };
  try {
    await Promise.all(connections.map(keepSending));
  } finally {
    for (const connection of connections) connection.close();
  }
  const seconds = (performance.now() - begun) / 1000;
  return { answered: sent, refused, seconds, next: (order.from + sent) % order.paths.length };
}
