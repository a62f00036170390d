import { main } from "./setup/main.mjs";
import { prepare } from "./setup/prepare.mjs";
import { packageProgram, run } from "./setup/run.mjs";

/** @import { Frame } from "./setup/main.mjs" */

/** Prisma commands that need neither a database nor a downloaded engine. */
const OFFLINE = ["generate", "validate", "format"];

await main(async ({ signal, atEnd }) => {
  const args = process.argv.slice(2);
  await prepare(["install"], { signal });
  const { offlinePrisma } = await import("./setup/client.mjs");
  const env = OFFLINE.includes(args[0] ?? "") ? offlinePrisma : await withDatabase({ signal, atEnd });
  const { code } = await run(process.execPath, packageProgram("prisma/build/index.js", ...args), {
    env,
    check: false,
    signal,
    stdio: "inherit",
  });
  return code;
});

/**
 * Prisma's migration commands run as the owner of the tables, and test migrations on a shadow database.
 * @param {Frame} frame
 */
async function withDatabase({ signal, atEnd }) {
  const { openDatabase } = await import("./database/application-database.mjs");
  const database = await openDatabase({ signal });
  atEnd(database.leave);
  if (!database.embedded) return {};
  return { MIGRATION_URL: database.migrationUrl, SHADOW_DATABASE_URL: await database.makeShadow() };
}
