import path from "node:path";
import { parseArgs } from "node:util";
import { Failure } from "./setup/failure.mjs";
import { main } from "./setup/main.mjs";
import { dataDir } from "./setup/paths.mjs";
import { prepare } from "./setup/prepare.mjs";
import { run, typeScript } from "./setup/run.mjs";
import { findRunning } from "./setup/running-server.mjs";

const USAGE = "npm run restore -- --from DIRECTORY [--replace]";

await main(async ({ signal, atEnd }) => {
  const { values } = parseArgs({ options: { from: { type: "string" }, replace: { type: "boolean" } } });
  if (!values.from) throw new Failure(USAGE);
  const running = findRunning();
  if (running) throw new Failure(`Callmark is running at ${running.url} on the data in ${dataDir()}: stop it first.`);
  await prepare(["install", "client"], { signal });

  const { restore } = await import("./backup/restore.mjs");
  const { describe } = await import("./backup/describe.mjs");
  const { openDatabase } = await import("./database/application-database.mjs");
  const { migrate } = await import("./database/migrate.mjs");
  const { noteSeeded } = await import("./setup/demo.mjs");
  const { readSecrets } = await import("./setup/secrets.mjs");

  const database = await openDatabase({ signal });
  atEnd(database.leave);
  const { migrationUrl: ownerUrl } = database;
  if (!ownerUrl) throw new Failure("Set MIGRATION_URL: tables are restored as their owner.");
  const from = path.resolve(values.from);
  const manifest = await restore({ from, ownerUrl, dataDir: dataDir(), replace: values.replace, now: new Date() });
  noteSeeded(database);
  console.log(`Restored ${describe(manifest)}`);

  await migrate({ ...database, log: console.log });
  const proof = {
    NODE_ENV: "production",
    ...readSecrets(),
    DATABASE_URL: database.serverUrl,
    DATA_DIR: dataDir(),
    MIGRATION_URL: undefined,
  };
  const program = typeScript("scripts/prove-restored.ts");
  const { code } = await run(process.execPath, program, { env: proof, check: false, signal });
  if (code === 0) console.log("The restored copy is proved. npm start serves it.");
  return code;
});
