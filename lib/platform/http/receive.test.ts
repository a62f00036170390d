import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { receive } from "./receive";

function post(body: string | Uint8Array<ArrayBuffer>, headers: Readonly<Record<string, string>> = {}) {
  const length = { "content-length": String(Buffer.byteLength(body)) };
  const request = new Request("http://callmark.test/api/v1/calls", {
    method: "POST",
    body,
    headers: { ...length, ...headers },
  });
  return receive(request as unknown as Parameters<typeof receive>[0], 64);
}

test("a compressed body is rejected with what to do, and never unpacked", async () => {
  const packed = new Uint8Array(gzipSync("{}"));
  await expect(post(packed, { "content-encoding": "gzip" })).rejects.toMatchObject({
    code: "unsupported_media_type",
    message: "The body is compressed. Send it plain, without Content-Encoding. Nothing was saved.",
  });
});

test("a plain body is received", async () => {
  expect(Buffer.from((await post("{}")).body).toString()).toBe("{}");
  expect(Buffer.from((await post("{}", { "content-encoding": "identity" })).body).toString()).toBe("{}");
});
