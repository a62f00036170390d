import { once } from "node:events";
import { createServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { TurnSocket } from "./turn-socket";

async function givenConnection() {
  const received: string[] = [];
  const server = createServer((peer) => peer.on("data", (data) => received.push(data.toString())));
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  const socket = new TurnSocket();
  let writes = 0;
  const { _writev } = socket;
  socket._writev = (...parts) => {
    writes += 1;
    _writev?.apply(socket, parts);
  };
  await once(socket.connect(address.port, "127.0.0.1"), "connect");
  onTestFinished(() => {
    socket.destroy();
    server.close();
  });
  return { socket, received, writes: () => writes };
}

function send(socket: TurnSocket, ...parts: readonly string[]): void {
  socket.cork();
  for (const part of parts) socket.write(part);
  socket.uncork();
}

test("writes of one turn are sent in one, in order", async () => {
  const { socket, received, writes } = await givenConnection();
  send(socket, "a", "b");
  await Promise.resolve();
  send(socket, "c", "d");
  await expect.poll(() => received.join("")).toBe("abcd");
  expect(writes()).toBe(1);
});

test("a large amount is sent at once, so that the other side can start", async () => {
  const { socket, received, writes } = await givenConnection();
  send(socket, "a".repeat(50_000), "b".repeat(50_000));
  expect(writes()).toBe(1);
  send(socket, "c", "d");
  await expect.poll(() => received.join("").length).toBe(100_002);
  expect(received.join("").endsWith("bcd")).toBe(true);
});

test("the next turn writes again", async () => {
  const { socket, received, writes } = await givenConnection();
  send(socket, "a", "b");
  await expect.poll(() => received.join("")).toBe("ab");
  send(socket, "c", "d");
  await expect.poll(() => received.join("")).toBe("abcd");
  expect(writes()).toBe(2);
});

test("data written before the end still arrives", async () => {
  const { socket, received } = await givenConnection();
  send(socket, "a", "b");
  socket.end();
  await once(socket, "close");
  await expect.poll(() => received.join("")).toBe("ab");
});
