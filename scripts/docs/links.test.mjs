import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { inRoot } from "../setup/paths.mjs";

const DOCUMENTS = ["README.md", "CONTRIBUTING.md", "bench/README.md", ...inDocs()];
const LINK = /(?<!!)\[(?:\\.|[^\]\\])*\]\(([^)\s]+)\)/g;
const PATH_IN_CODE = /`((?:app|bench|components|docs|e2e|lib|prisma|scripts)\/[\w./[\]-]+\.\w+)`/g;

test.each(DOCUMENTS)("%s links to files that exist", (document) => {
  expect(brokenLinks(document)).toEqual([]);
});

test("a link to a file that does not exist is found", () => {
  expect(missing("docs/architecture.md", ["../lib/nowhere.ts", "database.md", "https://callmark.test/"])).toEqual([
    "../lib/nowhere.ts",
  ]);
});

/** @param {string} document */
function brokenLinks(document) {
  const text = readFileSync(inRoot(document), "utf8");
  const links = [...text.matchAll(LINK)].map(([, target = ""]) => target.split("#")[0] ?? "");
  const paths = [...text.matchAll(PATH_IN_CODE)].map(([, target = ""]) =>
    path.relative(path.dirname(document), target),
  );
  return missing(document, [...links, ...paths]);
}

/**
 * @param {string} document
 * @param {string[]} targets
 */
function missing(document, targets) {
  const local = targets.filter((target) => target !== "" && !/^[a-z]+:/.test(target));
  return local.filter((target) => !existsSync(path.resolve(inRoot(path.dirname(document)), target)));
}

function inDocs() {
  return readdirSync(inRoot("docs")).flatMap((name) => (name.endsWith(".md") ? [`docs/${name}`] : []));
}
