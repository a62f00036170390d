import { migrate } from "./database/migrate.mjs";

await migrate({ serverUrl: process.env.DATABASE_URL, migrationUrl: process.env.MIGRATION_URL, log: console.log });
