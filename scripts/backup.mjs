import path from "node:path";
import { parseArgs } from "node:util";
import { Failure } from "./setup/failure.mjs";
import { main } from "./setup/main.mjs";
import { dataDir } from "./setup/paths.mjs";
import { prepare } from "./setup/prepare.mjs";

/** @param {Date} now */
const usualPlace = (now) =>
  path.join(dataDir(), "backups", now.toISOString().slice(0, 19).replace("T", "-").replaceAll(":", ""));

await main(async ({ signal, atEnd }) => {
  const { values } = parseArgs({ options: { to: { type: "string" } } });
  const madeAt = new Date();
  const to = path.resolve(values.to ?? usualPlace(madeAt));
  await prepare(["install"], { signal });
  const { openDatabase } = await import("./database/application-database.mjs");
  const { backUp } = await import("./backup/back-up.mjs");
  const { describe } = await import("./backup/describe.mjs");
  const { findSecrets } = await import("./setup/secrets.mjs");
  const database = await openDatabase({ signal });
  atEnd(database.leave);
  const { migrationUrl: ownerUrl } = database;
  if (!ownerUrl) throw new Failure("Set MIGRATION_URL: a backup reads as the owner of the tables.");
  const secrets = findSecrets();
  const manifest = await backUp({ ownerUrl, to, dataDir: dataDir(), secrets, madeAt });
  console.log(describe(manifest));
  console.log(`Everything is in ${to}, with the keys of the installation: keep it where only you can read it.`);
});
