import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import openapiTypescript, { astToString } from "openapi-typescript";
import { expect, onTestFinished, test } from "vitest";
import { referenceDocument } from "@/app/api/v1/_reference/document";
import { inRoot } from "@/scripts/setup/paths.mjs";

const compiler = inRoot("node_modules/typescript/bin/tsc");
const OPTIONS = { strict: true, noEmit: true, skipLibCheck: false, target: "es2022", module: "esnext", types: [] };

test("a client with the types that openapi-typescript generates from the document compiles", async () => {
  const directory = mkdtempSync(path.join(os.tmpdir(), "callmark-client-"));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const types = astToString(await openapiTypescript(JSON.stringify(referenceDocument())));
  expect(types).toContain("convertCall: {");
  writeFileSync(path.join(directory, "api.ts"), types);
  cpSync(inRoot("lib/testing/reference/small-client.txt"), path.join(directory, "client.ts"));
  writeFileSync(path.join(directory, "tsconfig.json"), JSON.stringify({ compilerOptions: OPTIONS, include: ["*.ts"] }));
  expect(compile(directory)).toBe("");
});

/** The compiler's errors; empty if there are none. */
function compile(directory: string): string {
  try {
    execFileSync(process.execPath, [compiler, "-p", directory], { encoding: "utf8" });
    return "";
  } catch (refused) {
    return (refused as { stdout: string }).stdout;
  }
}
