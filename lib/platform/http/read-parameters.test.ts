import { describe, expect, test } from "vitest";
import { cpuMilliseconds } from "@/lib/testing/cpu-milliseconds";
import { readParameters } from "./read-parameters";
import { receive } from "./receive";

const FORM = "application/x-www-form-urlencoded";

async function read(query: string, body?: string, type = "application/json") {
  const request = new Request(`http://localhost/api?${query}`, {
    method: "PUT",
    ...(body !== undefined && {
      body,
      headers: { "content-type": type, "content-length": `${Buffer.byteLength(body)}` },
    }),
  });
  return receive(request, 1024);
}

test("query, form and JSON give the same parameters", async () => {
  const expected = { revenue: "10.50", buyer_converted: "true", tokens: { zip: "80202" } };
  const query = "revenue=10.50&buyer_converted=true&tokens[zip]=80202";
  const json = '{"revenue": 10.50, "buyer_converted": "true", "tokens": {"zip": 80202}}';
  expect(await readParameters(await read(query))).toEqual(expected);
  expect(await readParameters(await read("", query, FORM))).toEqual(expected);
  expect(await readParameters(await read("", json))).toEqual(expected);
  expect(await readParameters(await read(query, json))).toEqual(expected);
});

test("a repeated name must have equal values", async () => {
  const twice = readParameters(await read("revenue=1", '{"revenue": 2}'));
  await expect(twice).rejects.toMatchObject({ errors: { revenue: expect.stringContaining("twice") } });
  expect(await readParameters(await read("a=1&a=1", '{"a": 1}'))).toEqual({ a: "1" });
});

test("names such as constructor are ordinary names", async () => {
  const parameters = await readParameters(await read("__proto__=1&constructor=2", '{"toString": "3"}'));
  expect(Object.entries(parameters)).toEqual([
    ["__proto__", "1"],
    ["constructor", "2"],
    ["toString", "3"],
  ]);
});

describe("on forgiving routes", () => {
  const forgiving = async (query: string, body?: string) =>
    readParameters(await read(query, body), { forgiving: new Set(["a", "b", "c", "revenue", "tokens"]) });

  test("empty strings and nulls are absent, also among tokens", async () => {
    expect(await forgiving("a=&tokens[b]=", '{"c": null, "tokens": {"d": null, "e": "1"}}')).toEqual({
      tokens: { e: "1" },
    });
  });

  test("an empty value does not conflict with a full one", async () => {
    expect(await forgiving("revenue=&revenue=10")).toEqual({ revenue: "10" });
  });

  test("only known names must not conflict", async () => {
    expect(await forgiving("utm=1&utm=2&revenue=1", '{"utm": [3]}')).toEqual({ utm: "1", revenue: "1" });
    await expect(forgiving("revenue=1&revenue=2")).rejects.toThrow();
    await expect(forgiving("tokens[a]=1&tokens[a]=2")).rejects.toThrow();
  });

  test("false and zero are not empty", async () => {
    expect(await forgiving("", '{"a": false, "b": 0}')).toEqual({ a: false, b: "0" });
  });
});

test("the cost of tokens grows linearly with their number", async () => {
  const body = Array.from({ length: 60_000 }, (_, index) => `tokens[t${index}]=1`).join("&");
  const took = await cpuMilliseconds(async () => {
    await expect(readParameters(await read("", body, FORM))).rejects.toThrow("at most 1000");
  });
  expect(took).toBeLessThan(5_000);
});
