import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeEach, expect, test } from "vitest";
import { rollUp } from "@/lib/ledger/roll-up";
import { givenBooks } from "@/lib/testing/proof/given-books";
import { exportHeads } from "./export-heads";
import { getProof } from "./get-proof";
import { companiesToSend, sendHeads } from "./send-heads";
import type { Head } from "./sql/list-heads";

let sentHeads: Head[] = [];
let status = 204;
const server = createServer((request, response) => {
  let body = "";
  request.on("data", (piece) => {
    body += piece;
  });
  request.on("end", () => {
    if (status < 300) sentHeads.push(...JSON.parse(body).heads);
    response.writeHead(status).end();
  });
});
await new Promise<void>((resolve) => {
  server.listen(0, "127.0.0.1", resolve);
});
const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
process.env.LEDGER_HEAD_URL = `http://${host}/heads`;
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  [sentHeads, status] = [[], 204];
});

test("every link is sent once, in order, and again if the remote URL rejects it", async () => {
  const { ctx } = await givenBooks();
  const { id } = ctx.company;
  await exportHeads(id);
  status = 503;
  await expect(sendHeads(id)).rejects.toThrow("answered 503");
  expect(await companiesToSend()).toEqual([id]);
  expect((await getProof(ctx)).exported).toMatchObject({ number: 8, address: host, sent: 0 });

  status = 204;
  await sendHeads(id);
  await rollUp(ctx);
  await sendHeads(id);
  await sendHeads(id);
  expect(sentHeads.map(({ company, number }) => [company, number])).toEqual(
    [1, 2, 3, 4, 5, 6, 7, 8, 9].map((item) => [id, item]),
  );
  expect(sentHeads[8]).toEqual({
    company: id,
    number: 9,
    digest: (await getProof(ctx)).head.digest,
    posted_at: ctx.now().toISOString(),
  });
  expect(await companiesToSend()).toEqual([]);
});
