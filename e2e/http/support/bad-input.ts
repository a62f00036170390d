import type { Ask } from "./ask";

const as = (type: string) => ({ "content-type": type });

/** What is wrong, the request, and the one field that the answer must name. */
export type Row = readonly [what: string, request: Ask, field?: string];

/** Rejected by the conversion routes for every sender. */
export const EVERYWHERE: readonly Row[] = [
  ...["maybe", "2", "-1", "y", "t", "null", "TRUE ", "wahr", "[]", "true,false"].map(
    (value): Row => [`buyer_converted=${value}`, { query: { buyer_converted: value } }, "buyer_converted"],
  ),
  ...["10.505", "-1", "1e3", "NaN", "1,000", "1.000,00", "$10", "10 ", "+10", "0x10", ".5", "10.", "Infinity"].map(
    (value): Row => [`revenue=${value}`, { query: { revenue: value } }, "revenue"],
  ),
  ...["1000000000", "999999999999", "1000000000.00", "9".repeat(400), "٣"].map(
    (value): Row => [`revenue=${value.slice(0, 20)}`, { form: { revenue: value } }, "revenue"],
  ),
  ...["10.505", "-1", "1e3", "1E3", "-0", "1e-2", "1000000000", "12345678901234567890"].map(
    (value): Row => [`{"revenue": ${value}}`, { json: `{"revenue": ${value}}` }, "revenue"],
  ),
  ...["NaN", "Infinity", "+1", "01", ".5", "1.", "0x10", "'10'", "1_000", "undefined"].map(
    (value): Row => [`{"revenue": ${value}} is no JSON`, { json: `{"revenue": ${value}}` }],
  ),
  ...["true", "{}", "[]", '["10.00"]', '{"amount":"10.00"}'].map(
    (value): Row => [`{"revenue": ${value}}`, { json: `{"revenue": ${value}}` }, "revenue"],
  ),
  ...["[]", "{}", '["true"]', "2", "1.0", '"ja"'].map(
    (value): Row => [`{"buyer_converted": ${value}}`, { json: `{"buyer_converted": ${value}}` }, "buyer_converted"],
  ),
  ...["yesterday", "2026-11-23", "2026-11-23 10:42", "2026-11-23T10:42:00", "2026-02-30T10:00:00Z", "1763894520"].map(
    (value): Row => [`occurred_at=${value}`, { query: { occurred_at: value } }, "occurred_at"],
  ),
  ["occurred_at in the year 9999", { query: { occurred_at: "9999-01-01T00:00:00Z" } }, "occurred_at"],
  ["occurred_at tomorrow", { query: { occurred_at: new Date(Date.now() + 86_400_000).toISOString() } }, "occurred_at"],
  ["a reason of 2,001 characters", { form: { reason: "x".repeat(2001) } }, "reason"],
  ["NUL in a reason", { query: { reason: "a\0b" } }, "reason"],
  ["NUL in a JSON reason", { json: '{"reason": "a\\u0000b"}' }, "reason"],
  ["half a surrogate pair", { json: '{"reason": "a\\ud800b"}' }, "reason"],
  ["NUL in an event id", { query: { event_id: "\0" } }, "event_id"],
  ["an event id of 201 characters", { form: { event_id: "x".repeat(201) } }, "event_id"],
  ...["Zip", "zip code", "9zip", "", "zip-code", "__proto__", "zi\0p", "é", "x".repeat(65)].map(
    (name): Row => [`the token name “${name.slice(0, 12)}”`, { form: { [`tokens[${name}]`]: "1" } }, `tokens[${name}]`],
  ),
  ["the JSON token name __proto__", { json: '{"tokens": {"__proto__": "1"}}' }, "tokens[__proto__]"],
  ["NUL in a token", { query: { "tokens[zip]": "\0" } }, "tokens[zip]"],
  ["half a surrogate pair in a token", { json: '{"tokens": {"zip": "\\udfff"}}' }, "tokens[zip]"],
  ["a token of 4,001 characters", { form: { "tokens[zip]": "x".repeat(4001) } }, "tokens[zip]"],
  ["a token that is an object", { json: { tokens: { zip: { code: "80202" } } } }, "tokens[zip]"],
  ["a token that is a list", { json: { tokens: { zip: ["80202"] } } }, "tokens[zip]"],
  ["tokens that are a text", { json: { tokens: "zip" } }, "tokens"],
  ["tokens that are a list", { json: { tokens: [] } }, "tokens"],
  [
    "101 tokens",
    { json: { tokens: Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`t${i}`, "1"])) } },
    "tokens",
  ],
  ["one name, two values, in the query", { query: "revenue=1&revenue=2" }, "revenue"],
  ["one name, two values, in query and form", { query: { revenue: "1" }, form: { revenue: "2" } }, "revenue"],
  [
    "one name, two values, in query and JSON",
    { query: { buyer_converted: "1" }, json: { buyer_converted: false } },
    "buyer_converted",
  ],
  ["one token, two values", { query: "tokens[a]=1", json: { tokens: { a: "2" } } }, "tokens[a]"],
  ["1,001 parameters", { form: Array.from({ length: 1001 }, (_, i) => `a${i}=1`).join("&") }],
  ["one JSON name, two values", { json: '{"revenue": "1", "revenue": "2"}' }],
  ["one JSON token, two values", { json: '{"tokens": {"a": "1", "a": "2"}}' }],
  ["broken JSON", { json: '{"revenue": "1"' }],
  ["JSON with a tail", { json: '{"revenue": "1"} {}' }],
  ["JSON with a comma too many", { json: '{"revenue": "1",}' }],
  ["JSON with a comment", { json: '{"revenue": "1" /* one */}' }],
  ...["[]", "null", "true", "10", '"revenue=10"', '[{"revenue": "10"}]'].map(
    (json): Row => [`the JSON ${json}`, { json }],
  ),
  ["a body that is not UTF-8", { body: Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), headers: as("application/json") }],
  ...[33, 1000, 3000, 5000, 30_000].map(
    (deep): Row => [`JSON of ${deep} levels`, { json: `{"reason": ${"[".repeat(deep)}${"]".repeat(deep)}}` }],
  ),
  ["JSON objects of 4,000 levels", { json: `{"reason": ${'{"a":'.repeat(4000)}1${"}".repeat(4000)}}` }],
  ["multipart with a file", { body: withFile("revenue") }, "revenue"],
  ["multipart without an end", { body: "--x", headers: as("multipart/form-data; boundary=x") }],
  ["multipart without a boundary", { body: "--x", headers: as("multipart/form-data") }],
  [
    "Idempotency-Key",
    { query: { buyer_converted: "0" }, headers: { "idempotency-key": "two words" } },
    "Idempotency-Key",
  ],
];

function withFile(name: string): FormData {
  const form = new FormData();
  form.set(name, new Blob(["10"]), "revenue.txt");
  return form;
}

/** Rejected by the API; a secure route accepts or holds it. */
export const STRICT: readonly Row[] = [
  ["an unknown name", { query: { buyer_convertd: "true" } }, "buyer_convertd"],
  ["JSON of 100,000 levels", { json: `{"reason": ${"[".repeat(100_000)}${"]".repeat(100_000)}}` }],
  ["an unknown name beside a known one", { json: { buyer_converted: false, price: "1" } }, "price"],
  ["the name __proto__", { json: '{"__proto__": {"revenue": "1"}}' }],
  ["the name constructor", { query: { constructor: "1" } }, "constructor"],
  ["the name toString", { form: { toString: "1" } }, "toString"],
  ["a name with NUL", { query: { "rev\0enue": "1" } }, "rev\0enue"],
  ["an empty name", { query: "=1" }, ""],
  ["tokens two levels deep", { query: "tokens[a][b]=1" }, "tokens[a][b]"],
  ["an empty flag", { query: { buyer_converted: "" } }, "buyer_converted"],
  ["an empty amount", { form: { revenue: "" } }, "revenue"],
  ["null for a flag", { json: { buyer_converted: null } }, "buyer_converted"],
  ["null for an amount", { json: { revenue: null } }, "revenue"],
  ["the flag undefined", { query: { buyer_converted: "undefined" } }, "buyer_converted"],
  ...["0", "-7", "7.5", "seven", "00007", "99999999999999999999", "7e0", "0b8e7c1a-3f52-4c6d-9e81-2a4b6c8d0e1f"].map(
    (value): Row => [`buyer_id=${value}`, { query: { buyer_id: value } }, "buyer_id"],
  ),
  ["buyer_id as a list", { json: { buyer_id: [1] } }, "buyer_id"],
  ["a buyer that does not exist", { query: { buyer_id: "987654321" } }, "buyer_id"],
  ["a source that does not exist", { query: { traffic_source_id: "987654321" } }, "traffic_source_id"],
  ["a buyer that cannot exist", { query: { buyer_id: "9999999999999999" } }, "buyer_id"],
  ...["-1", "1.5", "one", "99999999999"].map(
    (value): Row => [`version=${value}`, { query: { version: value } }, "version"],
  ),
  ["add_revenue without a key", { query: { add_revenue: "5" } }, "Idempotency-Key"],
  ["add_payout without a key", { json: { add_payout: "5" } }, "Idempotency-Key"],
];
