import { createHash } from "node:crypto";
import pg from "pg";
import type { Tenant } from "./demo";

const url = process.env.MIGRATION_URL;

/** Reads as the database owner what no route shows. Null if the tests have no such access. */
export const database = url ? connectedTo(url) : null;

function connectedTo(connectionString: string) {
  const pool = new pg.Pool({ connectionString, max: 1, allowExitOnIdle: true });

  const companyOf = async ({ api_key }: Tenant): Promise<string> => {
    const { rows } = await pool.query("select company_id from api_key where key_id = $1", [api_key.id]);
    return rows[0].company_id;
  };

  const inCompany = async <Row extends pg.QueryResultRow>(tenant: Tenant, text: string, values: unknown[]) => {
    const company = await companyOf(tenant);
    const client = await pool.connect();
    try {
      await client.query("begin");
      await client.query("select set_company($1)", [company]);
      const { rows } = await client.query<Row>(text, values);
      await client.query("commit");
      return rows;
    } finally {
      client.release();
    }
  };

  return {
    async addApiKey(tenant: Tenant, { secret, role = "owner", revoked = false }: NewKey): Promise<void> {
      await pool.query(
        `insert into api_key (company_id, key_id, secret_hash, name, role, revoked_at)
         values ($1, $2, $3, 'Made by a test', $4, case when $5 then now() end)`,
        [await companyOf(tenant), `test_${secret.slice(0, 12)}`, sha256(secret), role, revoked],
      );
    },

    async addRevokedToken(tenant: Tenant, token: string): Promise<void> {
      await pool.query(
        "insert into secure_token (company_id, token_hash, name, revoked_at) values ($1, $2, 'Made by a test', now())",
        [await companyOf(tenant), sha256(token)],
      );
    },

    /** Updates that wait in the inbox for this UUID, newest first. */
    inboxOf(tenant: Tenant, uuid: string) {
      type Row = { reason: string; side: string | null; payload: Record<string, unknown>; problem: string | null };
      return inCompany<Row>(
        tenant,
        `select reason, side, payload, problem from inbox
         where payload->>'call_uuid' = $1 or call_id = (select id from call where uuid::text = $1) order by id desc`,
        [uuid],
      );
    },
  };
}

type NewKey = { readonly secret: string; readonly role?: string; readonly revoked?: boolean };

const sha256 = (secret: string) => createHash("sha256").update(secret).digest();
