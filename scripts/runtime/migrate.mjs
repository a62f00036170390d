import { migrate } from "../database/migrate.mjs";
import { Failure } from "../setup/failure.mjs";
import { main } from "../setup/main.mjs";

await main(async () => {
  const { DATABASE_URL: serverUrl, MIGRATION_URL: migrationUrl } = process.env;
  if (!serverUrl || !migrationUrl)
    throw new Failure("Set DATABASE_URL, the server's role, and MIGRATION_URL, the owner's.");
  await migrate({ serverUrl, migrationUrl, log: console.log });
  console.log("The database is up to date.");
});
