import { expect, test } from "vitest";
import { findTrespasses } from "./find-trespasses.mjs";

const importing = (name) => `import { thing } from "${name}";\n`;

test.each([
  ["lib/services/conversion/apply-conversions.ts", "@/lib/db/calls/lock-calls"],
  ["lib/services/conversion/apply-conversions.ts", "./decide"],
  ["lib/db/calls/lock-calls.ts", "@/lib/db/generated/client"],
  ["lib/domain/ledger/posting.ts", "../money"],
  ["app/calls/page.tsx", "@/components/calls/calls-table"],
  ["components/calls/calls-table.tsx", "@/components/ui/table"],
  ["components/call-detail/call-header.tsx", "@/components/calls/caller-text"],
  ["lib/http/route.ts", "next/server"],
  ["lib/http/problem.ts", "@/lib/domain/errors"],
  ["lib/services/anything.test.ts", "@/lib/jobs/worker"],
])("%s may import %s", (file, name) => {
  expect(findTrespasses(file, importing(name))).toEqual([]);
});

test.each([
  ["lib/domain/ledger/posting.ts", "@/lib/config/clock"],
  ["lib/domain/ledger/posting.ts", "../../db/calls/lock-calls"],
  ["lib/domain/ledger/posting.ts", "zod"],
  ["lib/domain/ledger/posting.ts", "node:crypto"],
  ["lib/db/calls/lock-calls.ts", "@/lib/services/conversion/apply-conversions"],
  ["lib/services/conversion/apply-conversions.ts", "@/lib/db/generated/client"],
  ["lib/services/conversion/apply-conversions.ts", "@/lib/testing/factories"],
  ["lib/http/route.ts", "@/lib/auth/session"],
  ["lib/http/problem.ts", "@/lib/domain/money"],
  ["lib/http/route.ts", "@/lib/db/calls/lock-calls"],
  ["app/api/v1/calls/route.ts", "@/lib/db/calls/lock-calls"],
  ["components/ui/table.tsx", "@/components/calls/calls-table"],
  ["components/ui/table.tsx", "@/lib/contracts/calls"],
  ["components/calls/calls-table.tsx", "@/lib/services/calls"],
  ["lib/config/env.ts", "@/scripts/setup/paths.mjs"],
])("%s may not import %s", (file, name) => {
  expect(findTrespasses(file, importing(name))).toHaveLength(1);
});

test.each([
  `export type { A } from "@/lib/db/calls"`,
  `const a = await import("@/lib/db/calls")`,
  `import type { A } from '@/lib/db/calls'`,
  `import "@/lib/db/calls"`,
  `import {\n  a,\n  b,\n} from "@/lib/db/calls"`,
])("every form of import counts: %s", (text) => {
  expect(findTrespasses("lib/http/route.ts", text)).toHaveLength(1);
});

test.each([
  "export async function decide() {}",
  "const now = Date.now();",
  "const now = new Date();",
  "const key = process.env.KEY;",
  "const dice = Math.random();",
])("the domain is pure: %s", (text) => {
  expect(findTrespasses("lib/domain/decide.ts", text)).toHaveLength(1);
});

test("words in comments and texts are not code", () => {
  const text = `/** Never async. */\n// new Date()\nconst title = "Date.now()";\nconst at = new Date(given);\n`;
  expect(findTrespasses("lib/domain/decide.ts", text)).toEqual([]);
});

test("a file of lib belongs to a room", () => {
  expect(findTrespasses("lib/utils/things.ts", "")).toHaveLength(1);
  expect(findTrespasses("lib/things.ts", "")).toHaveLength(1);
});
