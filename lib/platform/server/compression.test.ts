import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { textResponse } from "@/lib/platform/http/text-response";
import { apiListener } from "./api-listener";
import { RouteTable } from "./route-table";

const LONG = JSON.stringify({ words: "long ".repeat(1_000) });

const lines = () => new Blob(["long,\n".repeat(10_000)]).stream();

async function givenServer() {
  const whole = (text: string, media: string) => async () => textResponse(text, { headers: { "content-type": media } });
  const routes = new RouteTable([
    ["/long", { GET: whole(LONG, "application/problem+json") }],
    ["/short", { GET: whole("{}", "application/json") }],
    ["/pdf", { GET: whole(LONG, "application/pdf") }],
    ["/stream", { GET: async () => new Response(lines(), { headers: { "content-type": "text/csv" } }) }],
  ]);
  const server = createServer(apiListener(routes, (_, response) => response.end()));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return async (path: string, accepted: string) => {
    const answer = await fetch(origin + path, { headers: { "accept-encoding": accepted } });
    const { headers } = answer;
    return { text: await answer.text(), encoding: headers.get("content-encoding"), vary: headers.get("vary") };
  };
}

test.each([
  ["gzip, deflate, br", "gzip"],
  ["deflate", "deflate"],
  ["*", "gzip"],
  ["gzip;q=0, deflate;q=0.5", "deflate"],
  ["identity", null],
  ["br", null],
])("a client that accepts %s gets %s", async (accepted, encoding) => {
  const ask = await givenServer();
  expect(await ask("/long", accepted)).toEqual({ text: LONG, encoding, vary: "Accept-Encoding" });
  const streamed = await ask("/stream", accepted);
  expect(streamed).toMatchObject({ encoding, vary: "Accept-Encoding" });
  expect(streamed.text).toHaveLength(60_000);
});

test("short bodies and compressed media are sent unchanged", async () => {
  const ask = await givenServer();
  expect(await ask("/short", "gzip")).toMatchObject({ text: "{}", encoding: null });
  expect(await ask("/pdf", "gzip")).toEqual({ text: LONG, encoding: null, vary: null });
});
