import { expect, test } from "vitest";
import { connection, everythingFrom } from "@/lib/testing/raw-http";
import { keyOf } from "./support/credentials";
import { demo } from "./support/demo";
import { callOf, givenCall } from "./support/given-call";
import { ownServer } from "./support/own-server";

test("a body that is too slow is rejected, nothing is saved, and the connection is closed", async () => {
  const { port } = await ownServer({ BODY_WAIT_SECONDS: "1" });
  const call = await givenCall(demo);
  const socket = await connection(port);
  const everything = everythingFrom(socket);
  const { authorization } = keyOf(demo);
  const head = `PUT /api/v1/calls/${call.id} HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${authorization}\r\n`;
  socket.write(`${head}Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"buyer_converted": true,`);
  const answer = await everything;
  expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  expect(answer).toMatch(/\r\nconnection: close\r\n/i);
  expect(answer).toContain('"code":"request_timeout"');
  expect((await callOf(demo, call.id)).version).toBe(0);
});
