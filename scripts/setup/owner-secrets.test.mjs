import { afterEach, expect, test, vi } from "vitest";
import { findOwnerSecret, WITHOUT_OWNER_SECRETS } from "./owner-secrets.mjs";
import { inRoot } from "./paths.mjs";
import { run } from "./run.mjs";

afterEach(() => {
  vi.unstubAllEnvs();
});

const ENVIRONMENT = "process.stdout.write(JSON.stringify(process.env))";
const AS_STARTED = "process.stdout.write(require('node:fs').readFileSync('/proc/self/environ', 'utf8'))";

test("a program that serves is started without what opens the database as its owner", async () => {
  vi.stubEnv("MIGRATION_URL", "postgresql://callmark_owner:secret-of-the-owner@db.test/callmark");
  vi.stubEnv("OWNER_PASSWORD", "secret-of-the-owner");
  for (const code of process.platform === "linux" ? [ENVIRONMENT, AS_STARTED] : [ENVIRONMENT]) {
    const options = { capture: true, env: WITHOUT_OWNER_SECRETS };
    const { output } = await run(process.execPath, ["-e", code], options);
    expect(output).toContain("PATH");
    expect(output).not.toMatch(/MIGRATION_URL|OWNER_PASSWORD|secret-of-the-owner/);
  }
});

test("a program that others start with it says so and ends", async () => {
  const program = ["-e", `import(${JSON.stringify(inRoot("scripts/runtime/server.mjs"))})`];
  const env = { MIGRATION_URL: "postgresql://callmark_owner:secret-of-the-owner@db.test/callmark" };
  const { code, output } = await run(process.execPath, program, { capture: true, check: false, env });
  expect(code).toBe(1);
  expect(output.trim()).toBe(findOwnerSecret(env));
  expect(output).toMatch(/^MIGRATION_URL is the owner's/);
  expect(output).not.toContain("secret-of-the-owner");
  expect(findOwnerSecret({ DATABASE_URL: "postgresql://callmark_server@db.test/callmark" })).toBeNull();
});
