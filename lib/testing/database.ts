import { randomBytes } from "node:crypto";
import type { TestProject } from "vitest/node";
import { borrowServer, inDatabase, startEmbeddedServer } from "@/lib/testing/database-server";
import { migrate } from "@/scripts/database/migrate.mjs";
import { connected, makeDatabase, makeRoles } from "@/scripts/database/roles.mjs";

/** What a test file needs to copy the template (own-database.ts). */
export type DatabaseTemplate = { adminUrl: string; ownerUrl: string; serverUrl: string; owner: string; prefix: string };

declare module "vitest" {
  interface ProvidedContext {
    databaseTemplate: DatabaseTemplate;
  }
}

/** Runs once before all integration tests: creates the migrated database that every test file copies. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const prefix = `callmark_test_${randomBytes(4).toString("hex")}`;
  const setup = process.env.TEST_DATABASE_URL;
  const server = setup ? borrowServer(setup, prefix) : await startEmbeddedServer();
  try {
    await connected(server.adminUrl, async (client) => {
      await makeRoles(client, server.passwords, server.roles);
      await makeDatabase(client, prefix, server.roles.owner);
    });
    await migrate({
      serverUrl: inDatabase(server.serverUrl, prefix),
      migrationUrl: inDatabase(server.ownerUrl, prefix),
    });
  } catch (error) {
    await server.end();
    throw error;
  }
  const { adminUrl, ownerUrl, serverUrl, roles } = server;
  project.provide("databaseTemplate", { adminUrl, ownerUrl, serverUrl, owner: roles.owner, prefix });
  return server.end;
}
