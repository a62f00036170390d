import { expect, test } from "vitest";
import { findInReference } from "./find-in-reference";

const INDEX = [
  { href: "/a", name: "PUT /calls/{id}", title: "Mark a call as converted", words: "convertCall revenue payout" },
  { href: "/b", name: "GET /calls", title: "List calls", words: "listCalls cursor" },
  { href: "/c", name: "POST /buyers/{id}/documents", title: "Record a payment", words: "amount revenue_share" },
];
const hrefsOf = (words: string) => findInReference(INDEX, words).map(({ href }) => href);

test("an operation with that name comes before one with such a field", () => {
  expect(hrefsOf("calls")).toEqual(["/a", "/b"]);
  expect(hrefsOf("payment")).toEqual(["/c"]);
  expect(hrefsOf("revenue")).toEqual(["/a", "/c"]);
});

test("every word must match, in any case and order", () => {
  expect(hrefsOf("CONVERTED mark")).toEqual(["/a"]);
  expect(hrefsOf("calls cursor")).toEqual(["/b"]);
  expect(hrefsOf("calls nothing")).toEqual([]);
});
