import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { main } from "./setup/main.mjs";
import { prepare } from "./setup/prepare.mjs";
import { run, typeScript } from "./setup/run.mjs";

await main(async ({ signal, atEnd }) => {
  await prepare(["install-all", "client"], { signal });
  const { startDurableDatabase } = await import("../bench/database/durable-database.mjs");
  const database = await startDurableDatabase(signal);
  atEnd(database.leave);
  atEnd(database.keepUp());
  const dir = mkdtempSync(path.join(os.tmpdir(), "callmark-bench-"));
  atEnd(() => rmSync(dir, { recursive: true, force: true }));
  const env = {
    NODE_ENV: "production",
    DATABASE_URL: database.serverUrl,
    MIGRATION_URL: database.migrationUrl,
    DATA_DIR: dir,
    NEXTAUTH_SECRET: randomBytes(32).toString("base64url"),
    CALLMARK_HASH_KEY: randomBytes(32).toString("base64url"),
  };
  const { code } = await run(process.execPath, typeScript("bench/run.ts", ...process.argv.slice(2)), {
    env,
    check: false,
    signal,
  });
  return code;
});
