import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { inRoot } from "../setup/paths.mjs";
import { findBannedWords, tokensOf } from "./find-banned-words.mjs";

const glossary = JSON.parse(readFileSync(inRoot("scripts/lint/glossary.json"), "utf8"));

/**
 * @param {string} text
 * @param {string} file
 */
const find = (text, file = "lib/ledger/roll-up.ts") => findBannedWords(file, text, glossary);

describe("a banned word is found", () => {
  test.each([
    ["as a name", "const said = 1;", "said"],
    ["as a parameter", "calls.map((each) => 1);", "each"],
    ["as a part of a name", "export function buyerHookUrl() {}", "hook"],
    ["as a part of a constant", "const HOOK_FIELDS = [];", "hook"],
    ["in a line comment", "// The door of the company.", "door"],
    ["in a block comment", "/**\n * Judged again.\n */", "judged"],
    ["in a string", 'const text = "Paste it at the maker.";', "maker"],
    ["behind a division", "const ratio = a / b; // told", "told"],
    ["behind a regular expression with a quote", "const quote = /[\"']/; // told", "told"],
  ])("%s", (_, text, word) => expect(find(text)).toEqual([expect.stringContaining(` says ${word}. Say `)]));

  test("with its line", () =>
    expect(find("const a = `\n`;\nconst kept = 1;")).toEqual([expect.stringMatching(/:3 says kept/)]));
  test("only in the files of its rule", () => {
    expect(find("const settled = 1;")).toEqual([]);
    expect(find("const settled = 1;", "lib/inbox/resolve-items.ts")).toHaveLength(1);
  });
  test("in a Prisma schema", () =>
    expect(find("model X {\n  hookUrl String\n}", "prisma/schema/inbound.prisma")).toHaveLength(1));
});

test.each([
  ["a member of somebody else's", "test.each([1]);"],
  ["a word inside another", "const webhook = unknown + doorbell;"],
  ["a name with a reason", "onSettled(); Promise.allSettled([]); const { buyer_hook, hook_key } = demo;"],
  ["a string of a word that is banned in comments only", 'const text = "the door";'],
])("%s is not a banned word", (_, text) => expect(find(text, "lib/inbox/client.ts")).toEqual([]));

test("every exception has a reason, and every rule a replacement", () => {
  for (const { reason } of [...glossary.exceptions, ...glossary.leftOut]) expect(reason).toMatch(/\.$/);
  for (const { say, names, words } of glossary.rules)
    expect([say, ...(names ?? words ?? [])].length).toBeGreaterThan(1);
});

test("strings, comments and identifiers are distinguished", () => {
  const kinds = tokensOf('const a = "b // c"; /* d */ const e = f / g / h; const i = `j`;').map(({ kind, text }) => [
    kind,
    text,
  ]);
  expect(kinds.filter(([kind]) => kind === "comment")).toEqual([["comment", "/* d */"]]);
  expect(kinds.filter(([kind]) => kind === "string")).toEqual([
    ["string", '"b // c"'],
    ["string", "`j`"],
  ]);
});
