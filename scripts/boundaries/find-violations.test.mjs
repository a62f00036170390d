import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findViolations } from "./find-violations.mjs";

/** @type {[file: string, target: string][]} */
const ALLOWED = [
  ["lib/conversion/convert.ts", "lib/conversion/sql/write-plan.ts"],
  ["lib/conversion/convert.ts", "lib/cap/save-cap.ts"],
  ["lib/conversion/sql/write-plan.ts", "lib/audit/sql/facts.ts"],
  ["lib/conversion/sql/write-plan.ts", "lib/platform/sql/generated/client.ts"],
  ["lib/conversion/domain/decide.ts", "lib/call/domain/add-facts.ts"],
  ["lib/conversion/domain/decide.ts", "lib/base/money.ts"],
  ["lib/conversion/client.ts", "lib/call/contract/call.ts"],
  ["lib/ledger/client.ts", "lib/platform/config/clock.ts"],
  ["lib/inbound/receive.ts", "lib/inbound/provider/twilio.ts"],
  ["lib/inbound/provider/twilio.ts", "node:crypto"],
  ["lib/api/route.ts", "lib/inbound/receive.ts"],
  ["lib/access/permit.test.ts", "lib/jobs/worker.ts"],
  ["lib/testing/database.ts", "scripts/database/cluster.ts"],
  ["app/api/v1/calls/route.ts", "lib/call/contract.ts"],
  ["app/calls/page.tsx", "components/call/calls-table.tsx"],
  ["components/call/calls-table.tsx", "lib/report/client.ts"],
  ["components/call/calls-table.tsx", "components/ui/table.tsx"],
  ["instrumentation.ts", "lib/jobs/worker.ts"],
];

/** @type {[file: string, target: string, reason: string][]} */
const FORBIDDEN = [
  ["lib/call/get-call.ts", "lib/conversion/convert.ts", "lib/call uses only floors below its own"],
  ["lib/ledger/roll-up.ts", "lib/inbound/receive.ts", "lib/ledger uses only floors below its own"],
  ["lib/conversion/convert.ts", "lib/testing/factories.ts", "lib/conversion uses only floors below its own"],
  ["lib/platform/http/problem.ts", "lib/call/contract.ts", "platform knows no noun"],
  ["lib/platform/client/send-request.ts", "lib/platform/sql/prisma.ts", "it runs in browsers, too"],
  ["lib/base/money.ts", "lib/platform/config/env.ts", "base knows nothing but itself"],
  ["lib/base/money.ts", "node:crypto", "of packages, base imports only temporal-polyfill"],
  ["lib/conversion/domain/decide.ts", "node:crypto", "of packages, domain imports only temporal-polyfill"],
  ["lib/conversion/domain/decide.ts", "lib/conversion/sql/read-context.ts", "domain uses only domain"],
  ["lib/conversion/domain/decide.ts", "lib/conversion/contract.ts", "domain uses only domain"],
  ["lib/conversion/domain/decide.ts", "lib/platform/config/clock.ts", "domain uses only domain"],
  ["lib/inbound/provider/twilio.ts", "lib/inbound/receive.ts", "provider uses only provider, domain"],
  ["lib/conversion/sql/write-plan.ts", "lib/conversion/convert.ts", "sql uses only sql, domain"],
  ["lib/conversion/sql/write-plan.ts", "lib/platform/http/problem.ts", "sql uses only sql, domain"],
  ["lib/conversion/contract/preview.ts", "lib/conversion/preview.ts", "contract uses only contract, domain"],
  ["lib/conversion/client.ts", "lib/conversion/convert.ts", "client uses only client, contract, domain"],
  ["lib/conversion/client.ts", "lib/platform/config/env.ts", "client uses only client, contract, domain"],
  ["lib/conversion/convert.ts", "lib/conversion/client.ts", "verbs uses only verbs"],
  ["lib/conversion/convert.ts", "lib/platform/sql/generated/client.ts", "only SQL speaks to the generated client"],
  ["lib/conversion/convert.ts", "app/calls/page.tsx", "lib is used by what surrounds it"],
  ["lib/conversion/convert.ts", "scripts/start.ts", "lib is used by what surrounds it"],
  ["lib/testing/model.ts", "prisma/seed/random.ts", "what tests share lies in lib/testing"],
  ["lib/call/find-call.test.ts", "prisma/seed/random.ts", "what tests share lies in lib/testing"],
  ["app/api/v1/calls/route.ts", "lib/call/sql/lock-calls.ts", "pages and routes use verbs and contracts"],
  ["app/api/v1/calls/route.ts", "lib/inbound/provider/providers.ts", "pages and routes use verbs and contracts"],
  ["components/ui/table.tsx", "components/call/calls-table.tsx", "primitives know no noun"],
  ["components/ui/table.tsx", "lib/base/money.ts", "primitives know no noun"],
  ["components/call/calls-table.tsx", "lib/conversion/convert.ts", "components use contracts, domains and clients"],
  [
    "components/ledger/entries.tsx",
    "components/call/calls-table.tsx",
    "components/ledger uses only floors below its own",
  ],
  ["instrumentation.ts", "lib/conversion/convert.ts", "what starts with the server starts jobs"],
  ["lib/conversion/convert.ts", "lib/conversion/nowhere", "there is no such file or package"],
];

const SOURCES = ["app", "components", "lib", "instrumentation.ts"];
/** @type {string[]} */
const directories = [];
afterAll(() => {
  for (const directory of directories) rmSync(directory, { recursive: true, force: true });
});

/**
 * The violations in a tree of these files: text by path.
 * @param {Readonly<Record<string, string>>} files
 */
async function violationsOf(files) {
  const root = realpathSync(mkdtempSync(path.join(os.tmpdir(), "callmark-boundaries-")));
  directories.push(root);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  const sources = SOURCES.filter((source) => existsSync(path.join(root, source)));
  return (await findViolations(root, sources)).violations;
}

/**
 * Files with these imports only.
 * @param {readonly (readonly [file: string, target: string, reason?: string])[]} pairs
 */
function importing(pairs) {
  /** @type {Record<string, string>} */
  const files = {};
  for (const [file, target] of pairs) {
    const isFile = target.includes(".");
    if (isFile) files[target] ??= "export {};\n";
    const name = /^(app|components|lib|prisma|scripts)\//.test(target) ? `@/${target.replace(/\.tsx?$/, "")}` : target;
    files[file] = `import ${JSON.stringify(name)};\n${files[file] ?? ""}`;
  }
  return files;
}

test("an import from a lower floor and an allowed layer is accepted", async () => {
  expect(await violationsOf(importing(ALLOWED))).toEqual([]);
});

describe("a forbidden import is reported with its reason", () => {
  /** @type {string[]} */
  let violations;
  beforeAll(async () => {
    violations = await violationsOf(importing(FORBIDDEN));
  });

  test.each(FORBIDDEN)("%s → %s", (file, target, reason) => {
    const shown = target.replace("lib/conversion/nowhere", "@/lib/conversion/nowhere").replace("node:", "");
    const sentence = `${file} may not import ${shown}: ${reason}`;
    expect(violations.filter((violation) => violation.startsWith(sentence))).toHaveLength(1);
  });
});

test.each([
  'import type { A } from "./b";',
  'export type { A } from "./b";',
  'import { type A } from "./b";',
  'export const a = () => import("./b");',
])("a cycle is reported, in any form of import: %s", async (text) => {
  const violations = await violationsOf({
    "lib/call/a.ts": `${text}\n`,
    "lib/call/b.ts": 'import "./a";\nexport type A = 1;\n',
  });
  expect(violations.join("\n")).toContain("lib/call/a.ts may not import lib/call/b.ts → lib/call/a.ts");
});

test("an import hidden in a type is reported", async () => {
  for (const text of ['export type A = import("./b").A;', 'export type B = typeof import("./b");']) {
    expect(await violationsOf({ "lib/call/a.ts": text, "lib/call/b.ts": "export type A = 1;" })).toEqual([
      "lib/call/a.ts hides an import in a type: write it at the top.",
    ]);
  }
});

test("JSX and generic functions are parsed", async () => {
  const files = {
    "components/ui/a.tsx": 'import "@/lib/call/a";\nexport const A = () => <p>{1 as number}</p>;\n',
    "lib/call/a.ts": "export const same = <T>(value: T) => <T>value;\n",
  };
  expect(await violationsOf(files)).toHaveLength(2);
});

test("a folder needs a floor", async () => {
  const violations = await violationsOf({ "lib/utils/things.ts": "", "components/widgets/thing.tsx": "" });
  expect(violations.toSorted()).toEqual([
    "components/widgets/thing.tsx stands on no floor: name its folder in scripts/boundaries/floors.mjs.",
    "lib/utils/things.ts stands on no floor: name its folder in scripts/boundaries/floors.mjs.",
  ]);
});

test.each([
  ["export async function decide() {}", "is asynchronous"],
  ["const now = Date.now();", "reads the clock"],
  ["const now = new Date();", "reads the clock"],
  ["const key = process.env.KEY;", "reads its environment"],
  ["const dice = Math.random();", "draws random values"],
  ["console.log(1);", "acts on the outside"],
])("the domain is pure: %s", async (text, reason) => {
  const files = ["lib/base/day.ts", "lib/conversion/domain/decide.ts", "lib/inbound/provider/twilio.ts"];
  const impure = [...files, "lib/inbound/receive.ts", "lib/conversion/domain/decide.test.ts"];
  const violations = await violationsOf(Object.fromEntries(impure.map((file) => [file, text])));
  expect(violations.toSorted()).toEqual(files.map((file) => `${file} ${reason}, and has to be pure.`).toSorted());
});

test("comments and strings are not checked", async () => {
  const text = `/** Never async. */\n// new Date()\nconst title = "Date.now()";\nconst at = new Date(given);\n`;
  expect(await violationsOf({ "lib/conversion/domain/decide.ts": text })).toEqual([]);
});
