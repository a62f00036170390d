import { randomBytes } from "node:crypto";
import { ROLES } from "@/scripts/database/cluster-meta.mjs";
import { connected } from "@/scripts/database/roles.mjs";
import { startThrowAwayCluster } from "@/scripts/database/throw-away-cluster.mjs";

/** A PostgreSQL server for test databases. URLs have no database name yet. */
export type DatabaseServer = {
  adminUrl: string;
  ownerUrl: string;
  serverUrl: string;
  roles: { owner: string; server: string };
  passwords: Record<string, string>;
  end(): Promise<void>;
};

export function inDatabase(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.toString();
}

/** A time zone far from UTC, which finds code that depends on the server's zone. */
const SETTINGS = { timezone: "Pacific/Kiritimati" };

export async function startEmbeddedServer(): Promise<DatabaseServer> {
  const cluster = await startThrowAwayCluster({ settings: SETTINGS });
  return {
    adminUrl: cluster.urlFor(ROLES.superuser, "postgres"),
    ownerUrl: cluster.urlFor(ROLES.owner, "postgres"),
    serverUrl: cluster.urlFor(ROLES.server, "postgres"),
    roles: ROLES,
    passwords: cluster.passwords,
    end: cluster.leave,
  };
}

/** An existing server. Roles and databases are named after this run, and are dropped at its end. */
export function borrowServer(adminUrl: string, prefix: string): DatabaseServer {
  const roles = { owner: `${prefix}_owner`, server: `${prefix}_server` };
  const passwords = { [roles.owner]: newPassword(), [roles.server]: newPassword() };
  const as = (role: string) => {
    const address = new URL(adminUrl);
    address.username = role;
    address.password = passwords[role] ?? "";
    return address.toString();
  };
  const end = () => removeAll(adminUrl, prefix, [roles.server, roles.owner]);
  return { adminUrl, ownerUrl: as(roles.owner), serverUrl: as(roles.server), roles, passwords, end };
}

const newPassword = () => randomBytes(18).toString("base64url");

async function removeAll(adminUrl: string, prefix: string, roles: string[]) {
  await connected(adminUrl, async (client) => {
    const text = "select datname from pg_database where starts_with(datname, $1)";
    const { rows } = await client.query<{ datname: string }>(text, [prefix]);
    for (const { datname } of rows)
      await client.query(`drop database ${client.escapeIdentifier(datname)} with (force)`);
    for (const role of roles) await client.query(`drop role if exists ${client.escapeIdentifier(role)}`);
  });
}
