import { connect, type Socket } from "node:net";

/**
 * Sends raw bytes that no HTTP client would send. Resolves to everything received once the server has closed the
 * connection.
 */
export async function exchange(port: number, ...pieces: readonly string[]): Promise<string> {
  const socket = await connection(port);
  for (const piece of pieces) socket.write(piece);
  return everythingFrom(socket);
}

export function connection(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect({ port, host: "127.0.0.1", noDelay: true }, () => resolve(socket));
    socket.setEncoding("latin1");
    socket.once("error", reject);
  });
}

export function everythingFrom(socket: Socket): Promise<string> {
  let received = "";
  socket.on("data", (text: string) => {
    received += text;
  });
  return new Promise((resolve) => socket.once("close", () => resolve(received)));
}

/** Resolves to what has been received once it contains `text`. */
export function arrived(socket: Socket, text: string): Promise<string> {
  let received = "";
  return new Promise((resolve, reject) => {
    const look = (piece: string) => {
      received += piece;
      if (!received.includes(text)) return;
      socket.off("data", look);
      resolve(received);
    };
    socket.on("data", look);
    socket.once("close", () => reject(new Error(`The connection ended before “${text}”: ${received}`)));
  });
}
