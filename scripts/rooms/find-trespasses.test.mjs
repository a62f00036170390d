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
  ["lib/inbound/receive.ts", "@/lib/conversion/convert"],
  ["lib/inbound/receive.ts", "@/lib/services/access/permit"],
  ["lib/inbound/receive.ts", "./provider/providers"],
  ["lib/inbound/provider/twilio.ts", "node:crypto"],
  ["lib/inbound/provider/twilio.ts", "@/lib/call/domain/reported-call"],
  ["lib/conversion/convert.ts", "@/lib/conversion/sql/write-plan"],
  ["lib/conversion/domain/decide.ts", "@/lib/call/domain/add-facts"],
  ["lib/conversion/sql/write-plan.ts", "@/lib/db/in-company"],
  ["lib/services/inbox/dismiss-items.ts", "@/lib/conversion/convert"],
  ["lib/db/webhooks/reported-facts.ts", "@/lib/call/domain/reported-call"],
  ["app/api/v1/calls/route.ts", "@/lib/call/contract"],
  ["components/calls/calls-table.tsx", "@/lib/call/client"],
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
  ["lib/inbound/provider/twilio.ts", "@/lib/inbound/receive"],
  ["lib/inbound/provider/twilio.ts", "@/lib/db/in-company"],
  ["lib/inbound/provider/twilio.ts", "@/lib/services/context"],
  ["lib/conversion/convert.ts", "@/lib/inbound/receive"],
  ["lib/conversion/domain/decide.ts", "@/lib/conversion/sql/read-context"],
  ["lib/conversion/domain/decide.ts", "@/lib/inbound/domain/inbound-event"],
  ["lib/conversion/domain/decide.ts", "zod"],
  ["lib/conversion/sql/write-plan.ts", "@/lib/services/context"],
  ["lib/conversion/sql/write-plan.ts", "../convert"],
  ["lib/call/contract.ts", "@/lib/call/upsert-calls"],
  ["lib/domain/ledger/posting.ts", "@/lib/call/domain/add-facts"],
  ["lib/db/calls/lock-calls.ts", "@/lib/conversion/sql/write-plan"],
  ["app/api/v1/calls/route.ts", "@/lib/conversion/sql/write-plan"],
  ["app/api/v1/calls/route.ts", "@/lib/inbound/provider/providers"],
  ["components/calls/calls-table.tsx", "@/lib/conversion/convert"],
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

test("the domain of a noun and its providers are pure, too", () => {
  for (const file of ["lib/conversion/domain/decide.ts", "lib/inbound/provider/twilio.ts"])
    expect(findTrespasses(file, "const now = new Date();")).toHaveLength(1);
  expect(findTrespasses("lib/inbound/receive.ts", "const now = new Date();")).toEqual([]);
});

test("words in comments and texts are not code", () => {
  const text = `/** Never async. */\n// new Date()\nconst title = "Date.now()";\nconst at = new Date(given);\n`;
  expect(findTrespasses("lib/domain/decide.ts", text)).toEqual([]);
});

test("a file of lib belongs to a room", () => {
  expect(findTrespasses("lib/utils/things.ts", "")).toHaveLength(1);
  expect(findTrespasses("lib/things.ts", "")).toHaveLength(1);
});
