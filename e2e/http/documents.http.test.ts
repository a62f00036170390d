import { expect, test } from "vitest";
import { AgeingAnswer, DocumentAnswer, DocumentList, RecordedDocument } from "@/lib/document/contract";
import { CreatedBuyer } from "@/lib/party/contract";
import { ask, read } from "./support/ask";
import { keyOf } from "./support/credentials";
import { demo } from "./support/demo";
import { expectProblem } from "./support/refusal";
import { sessionOf } from "./support/session";

const headers = keyOf(demo);

async function givenBuyer(): Promise<string> {
  const answer = await ask("POST", "/api/v1/buyers", { headers, json: { name: "Hazel Roofs" } });
  return `/api/v1/buyers/${read(CreatedBuyer, answer).buyer.id}/documents`;
}

test("a payment is recorded once, however often it is sent, and reversed once", async () => {
  const address = await givenBuyer();
  const json = { kind: "payment", amount: "12.50", reference: "Wire 9", request_id: crypto.randomUUID() };
  const first = await ask("POST", address, { headers, json });
  expect(first.status).toBe(201);
  const { number } = read(RecordedDocument, first).document;
  expect(first.headers.get("location")).toBe(`/api/v1/documents/${number}`);
  const again = await ask("POST", address, { headers, json });
  expect(again.status).toBe(200);
  expect(read(RecordedDocument, again).document).toEqual(read(RecordedDocument, first).document);
  expectProblem(await ask("POST", address, { headers, json: { ...json, amount: "13" } }), 409, "conflict");
  const same = await ask("POST", address, { headers, json: { ...json, request_id: crypto.randomUUID() } });
  expectProblem(same, 409, "conflict");
  expect(same.body).toMatchObject({ document: { number } });
  const { documents, standing } = read(DocumentList, await ask("GET", address, { headers }));
  expect(documents).toHaveLength(1);
  expect(standing).toMatchObject({ balance: "-12.50", unapplied: "12.50" });
  const ageing = read(AgeingAnswer, await ask("GET", "/api/v1/billing/ageing", { headers }));
  expect(ageing.buyers.find(({ buyer }) => address.includes(`/${buyer.id}/`))).toMatchObject({ unapplied: "-12.50" });
  const back = { headers, json: { reason: "Bounced." } };
  const reversed = await ask("POST", `/api/v1/documents/${number}/reverse`, back);
  expect(read(DocumentAnswer, reversed).document.reversal).toMatchObject({ reason: "Bounced." });
  expectProblem(await ask("POST", `/api/v1/documents/${number}/reverse`, back), 409, "conflict");
});

test("without permission to write the books a request is rejected and nothing is saved", async () => {
  const address = await givenBuyer();
  for (const role of ["operator", "viewer"] as const) {
    const session = await sessionOf(demo, role);
    const json = { kind: "payment", amount: "1" };
    expectProblem(await ask("POST", address, { headers: session, json }), 403, "forbidden");
    expectProblem(await ask("GET", address, { headers: session }), 403, "forbidden");
  }
  expect(read(DocumentList, await ask("GET", address, { headers })).documents).toEqual([]);
});
