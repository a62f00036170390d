import os from "node:os";
import { env } from "@/lib/platform/config/env";
import { connected } from "@/scripts/database/roles.mjs";

/** What the figures depend on, without host names. */
export async function describeMachine(): Promise<string> {
  const version = await connected(env().DATABASE_URL, async (client) => {
    const { rows } = await client.query<{ server_version: string }>("show server_version");
    return rows[0]?.server_version ?? "of an unknown version";
  });
  return `${os.availableParallelism()} cores, Node ${process.versions.node}, PostgreSQL ${version} (fsync on)`;
}
