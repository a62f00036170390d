import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Env } from "./env";
import { envExample } from "./env-example";
import { withSettings } from "./env-table";

test(".env.example is up to date: npm run env-example writes it", () => {
  expect(readFileSync(".env.example", "utf8")).toBe(envExample());
});

test("it lists every variable: required ones to fill in, others with their default", () => {
  const lines = envExample().split("\n");
  for (const name of Object.keys(Env.shape)) {
    const assigns = new RegExp(`^(# )?${name}=`);
    expect(
      lines.filter((line) => assigns.test(line)),
      name,
    ).toHaveLength(1);
  }
  expect(lines).toContain("DATABASE_URL=");
  expect(lines).toContain("# DATABASE_POOL=10");
  expect(lines).toContain("# LEDGER_HEAD_URL=");
});

test("the table of settings in docs/operations.md is up to date: npm run env-example writes it", () => {
  const page = readFileSync("docs/operations.md", "utf8");
  expect(page).toBe(withSettings(page));
});
