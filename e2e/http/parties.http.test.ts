import { describe, expect, test } from "vitest";
import { BuyerAnswer, BuyerList, CreatedBuyer } from "@/lib/party/contract";
import { ask, read } from "./support/ask";
import { keyOf } from "./support/credentials";
import { demo } from "./support/demo";
import { expectProblem } from "./support/refusal";
import { sessionOf } from "./support/session";

const headers = keyOf(demo);
const freshName = () => `Larkspur ${crypto.randomUUID()}`;

async function givenBuyer(name = freshName()) {
  return read(CreatedBuyer, await ask("POST", "/api/v1/buyers", { headers, json: { name } })).buyer;
}

test("a buyer is renamed and archived, and listed by its state", async () => {
  const buyer = await givenBuyer();
  const name = freshName();
  const json = { name, archived: "yes" };
  const updated = read(BuyerAnswer, await ask("PUT", `/api/v1/buyers/${buyer.id}`, { headers, json })).buyer;
  expect(updated).toEqual({ ...buyer, name, archived_at: expect.any(String) });
  expect(read(BuyerAnswer, await ask("GET", `/api/v1/buyers/${buyer.id}`, { headers })).buyer).toEqual(updated);
  const listed = async (query: Readonly<Record<string, string>>) =>
    read(BuyerList, await ask("GET", "/api/v1/buyers", { headers, query: { q: name, ...query } })).buyers;
  expect([await listed({}), await listed({ state: "archived" }), await listed({ state: "all" })]).toEqual([
    [],
    [updated],
    [updated],
  ]);
});

test("pages follow each other by the cursor", async () => {
  const prefix = freshName();
  const made = [];
  for (const end of ["a", "b", "c"]) made.push(await givenBuyer(`${prefix} ${end}`));
  const page = async (query: Readonly<Record<string, string>>) =>
    read(BuyerList, await ask("GET", "/api/v1/buyers", { headers, query: { q: prefix, per_page: "2", ...query } }));
  const first = await page({ sort: "newest" });
  expect(first.buyers).toEqual([made[2], made[1]]);
  const second = await page({ sort: "newest", cursor: first.metadata.next_cursor ?? "" });
  expect([second.buyers, second.metadata.next_cursor]).toEqual([[made[0]], null]);
});

describe("refused, and nothing is saved:", () => {
  test.each([
    [{ name: " " }, "name"],
    [{ name: "a\nb" }, "name"],
    [{ name: "x".repeat(121) }, "name"],
    [{ name: "Larkspur", archived: "maybe" }, "archived"],
    [{ name: "Larkspur", id: "7" }, "id"],
  ])("%j", async (json, field) => {
    const buyer = await givenBuyer();
    const answer = await ask("PUT", `/api/v1/buyers/${buyer.id}`, { headers, json });
    expect(Object.keys(expectProblem(answer, 422, "invalid").errors ?? {})).toEqual([field]);
    expect(read(BuyerAnswer, await ask("GET", `/api/v1/buyers/${buyer.id}`, { headers })).buyer).toEqual(buyer);
  });

  test("a list by an unknown state, order or cursor", async () => {
    for (const [field, value] of Object.entries({ state: "gone", sort: "size", cursor: "x" })) {
      const answer = await ask("GET", "/api/v1/offers", { headers, query: { [field]: value } });
      expect(Object.keys(expectProblem(answer, 422, "invalid").errors ?? {})).toEqual([field]);
    }
  });

  test("a change by a member who only reads settings, and a delete by anybody", async () => {
    const { id } = await givenBuyer();
    const manager = await sessionOf(demo, "manager");
    const answer = await ask("PUT", `/api/v1/buyers/${id}`, { headers: manager, json: { archived: "true" } });
    expect(expectProblem(answer, 403, "forbidden").permission).toBe("settings: update");
    expect((await ask("DELETE", `/api/v1/buyers/${id}`, { headers })).status).toBe(405);
  });
});
