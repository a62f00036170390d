import { main } from "./setup/main.mjs";
import { prepare } from "./setup/prepare.mjs";

await main(async ({ signal, atEnd }) => {
  await prepare(["install"], { signal });
  const { openDatabase } = await import("./database/application-database.mjs");
  const { migrate } = await import("./database/migrate.mjs");
  const database = await openDatabase({ signal });
  atEnd(database.leave);
  await migrate({ ...database, log: console.log });
  console.log("The database is up to date.");
});
