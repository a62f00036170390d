import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { BusyClient } from "@/lib/testing/busy-client";
import { arrived, connection, everythingFrom } from "@/lib/testing/raw-http";
import { gracefulEnd } from "./graceful-end";

async function givenServer(listener: RequestListener) {
  const server = createServer();
  const end = gracefulEnd(server);
  server.on("request", listener);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => server.closeAllConnections());
  return { end, port: (server.address() as AddressInfo).port };
}

const GET = "GET / HTTP/1.1\r\nHost: callmark.test\r\n\r\n";

test("with busy keep-alive clients no request is cut, and the server ends within two seconds", async () => {
  const { end, port } = await givenServer(async (_, response) => {
    await wait(Math.random() * 20);
    response.end("ok");
  });
  const clients = Array.from({ length: 32 }, () => new BusyClient(port, () => "/"));
  const running = clients.map((client) => client.run());
  await expect.poll(() => clients.every(({ statuses }) => statuses.length > 3)).toBe(true);
  const begun = performance.now();
  await end();
  expect(performance.now() - begun).toBeLessThan(2_000);
  await Promise.all(running);
  expect(clients.map(({ cut }) => cut)).toEqual(clients.map(() => 0));
});

test("a running answer is finished, with Connection: close", async () => {
  let asked = false;
  let finish = () => {};
  const { end, port } = await givenServer((_, response) => {
    asked = true;
    finish = () => response.end("all of it");
  });
  const socket = await connection(port);
  socket.write(GET);
  const everything = everythingFrom(socket);
  await expect.poll(() => asked).toBe(true);
  const ended = end();
  finish();
  expect(await everything).toMatch(/Connection: close[\s\S]*all of it$/i);
  await ended;
});

test("a started answer may take longer than the grace period of silent connections", async () => {
  const { end, port } = await givenServer(async (_, response) => {
    response.write("begun ");
    await wait(1_500);
    response.end("and done");
  });
  const socket = await connection(port);
  socket.write(GET);
  await arrived(socket, "begun");
  const rest = everythingFrom(socket);
  await end();
  expect(await rest).toContain("and done");
});

test("all pipelined requests are answered, the last one with Connection: close", async () => {
  let asked = 0;
  const { end, port } = await givenServer(async ({ url }, response) => {
    asked += 1;
    await wait(50);
    response.end(`answer ${url}`);
  });
  const socket = await connection(port);
  const everything = everythingFrom(socket);
  socket.write(["/1", "/2", "/3"].map((path) => GET.replace("/ ", `${path} `)).join(""));
  await expect.poll(() => asked, { interval: 1 }).toBe(3);
  await end();
  const answer = await everything;
  expect([...answer.matchAll(/answer \/\d/g)].map(([text]) => text)).toEqual(["answer /1", "answer /2", "answer /3"]);
  expect(answer.match(/Connection: close/gi)).toHaveLength(1);
});

test("requests on open connections are answered meanwhile; silent connections are closed", async () => {
  const { end, port } = await givenServer((_, response) => response.end("heard"));
  const [talking, silent] = [await connection(port), await connection(port)];
  for (const socket of [talking, silent]) {
    socket.write(GET);
    await arrived(socket, "heard");
  }
  const ended = end();
  const last = everythingFrom(talking);
  talking.write(GET);
  expect(await last).toMatch(/Connection: close[\s\S]*heard/i);
  await everythingFrom(silent);
  await ended;
  await expect(connection(port)).rejects.toThrow("ECONNREFUSED");
});
