import { randomBytes } from "node:crypto";
import type pg from "pg";
import { describe, expect, test } from "vitest";
import { asServer, refusalOf, speakFor, speakForNobody } from "./scale/testing/as-role";
import { givenCompanyWithEverything } from "./scale/testing/company-with-everything";

const NOT_GRANTED = "42501";
const INVALID = "22023";
const CHECK = "23514";

type Scene = { client: pg.Client; ours: string; theirs: string };
type Credentials = { member: string; api_key: string; secure_token: string; session: string; member_link: string };

function withTwoCompanies<T>(work: (scene: Scene) => Promise<T>): Promise<T> {
  return asServer(async (client) => {
    const { id: theirs } = await givenCompanyWithEverything(client, "Birch Roofing");
    const { id: ours } = await givenCompanyWithEverything(client, "Acme Home Services");
    await speakFor(client, ours);
    return work({ client, ours, theirs });
  });
}

const hash = () => `\\x${randomBytes(32).toString("hex")}`;
const member = () => ({
  email: `${randomBytes(6).toString("hex")}@callmark.test`,
  name: "Ana",
  role: "owner",
  grants: {},
});
const apiKey = () => ({
  key_id: randomBytes(6).toString("hex"),
  secret_hash: hash(),
  name: "A",
  role: "owner",
  grants: {},
});
const secureToken = () => ({ token_hash: hash(), name: "A" });

async function insertCredential(client: pg.Client, table: string, row: object): Promise<string> {
  const sql = "select id from insert_credentials($1, $2) as id";
  return (await client.query<{ id: string }>(sql, [table, JSON.stringify([row])])).rows[0]?.id ?? "none";
}

const INSERT_SESSION = "select insert_session($1, $2, interval '1 day', null, '') as id";
const INSERT_LINK = "select insert_member_link($1, 'reset', $2, interval '1 day') as expires_at";

/** One of each, of the company that the transaction speaks for. */
async function givenCredentials(client: pg.Client): Promise<Credentials> {
  const id = await insertCredential(client, "member", member());
  const link = hash();
  await client.query(INSERT_LINK, [id, link]);
  return {
    member: id,
    api_key: await insertCredential(client, "api_key", apiKey()),
    secure_token: await insertCredential(client, "secure_token", secureToken()),
    session: (await client.query(INSERT_SESSION, [id, hash()])).rows[0].id,
    member_link: (await client.query("select id from member_link where key_hash = $1", [link])).rows[0].id,
  };
}

describe("the server's role", () => {
  test("inserts no member, key, token, session or link but by the functions", async () => {
    await withTwoCompanies(async ({ client, ours }) => {
      const { member: id } = await givenCredentials(client);
      const statements: [sql: string, values: string[]][] = [
        ["insert into member (company_id, email, name, role) values ($1, 'eve@callmark.test', 'Eve', 'owner')", [ours]],
        [
          "insert into api_key (company_id, key_id, secret_hash, name, role) values ($1, 'k', $2, 'E', 'owner')",
          [ours, hash()],
        ],
        ["insert into secure_token (company_id, token_hash, name) values ($1, $2, 'E')", [ours, hash()]],
        [
          "insert into session (company_id, member_id, secret_hash, expires_at) values ($1, $2, $3, now())",
          [ours, id, hash()],
        ],
        [
          "insert into member_link (company_id, member_id, kind, key_hash, expires_at) values ($1, $2, 'reset', $3, now())",
          [ours, id, hash()],
        ],
      ];
      for (const [sql, values] of statements)
        expect(await refusalOf(client, sql, values), sql).toMatchObject({ code: NOT_GRANTED });
    });
  });

  test("gives no rights but by the function", async () => {
    await withTwoCompanies(async ({ client }) => {
      const ids = await givenCredentials(client);
      const attempts = [
        ["update member set role = 'owner' where id = $1", ids.member],
        ["update member set grants = '{}' where id = $1", ids.member],
        ["update member set email = 'eve@callmark.test' where id = $1", ids.member],
        ["update member set disabled_at = null where id = $1", ids.member],
        ["update api_key set role = 'owner' where id = $1", ids.api_key],
        ["update api_key set grants = '{}' where id = $1", ids.api_key],
      ] as const;
      for (const [sql, id] of attempts)
        expect(await refusalOf(client, sql, [id]), sql).toMatchObject({ code: NOT_GRANTED });
    });
  });

  test("credentials that the functions insert belong to the transaction's company", async () => {
    await withTwoCompanies(async ({ client, ours }) => {
      for (const [table, id] of Object.entries(await givenCredentials(client))) {
        const { rows } = await client.query(`select company_id from ${table} where id = $1`, [id]);
        expect(rows, table).toEqual([{ company_id: ours }]);
      }
    });
  });

  test("inserts nothing without a company, for another one, or with an id of its choice", async () => {
    await withTwoCompanies(async ({ client, theirs }) => {
      const insert = "select insert_credentials($1, $2)";
      const row = (extra: object) => JSON.stringify([{ ...member(), ...extra }]);
      expect(await refusalOf(client, insert, ["member", row({ company_id: theirs })])).not.toBeNull();
      expect(await refusalOf(client, insert, ["member", row({ id: 1 })])).not.toBeNull();
      expect(await refusalOf(client, insert, ["company", row({})])).toMatchObject({ code: INVALID });
      expect(await refusalOf(client, insert, ["member; drop table member", row({})])).toMatchObject({ code: INVALID });
      await speakForNobody(client);
      expect(await refusalOf(client, insert, ["member", row({})])).toMatchObject({ code: INVALID });
    });
  });

  test("stores a credential as a hash only", async () => {
    await withTwoCompanies(async ({ client }) => {
      const plain = { ...secureToken(), token_hash: `\\x${Buffer.from("plain text").toString("hex")}` };
      const refusal = await refusalOf(client, "select insert_credentials('secure_token', $1)", [
        JSON.stringify([plain]),
      ]);
      expect(refusal).toMatchObject({ code: CHECK });
    });
  });

  test("opens no session, makes no link and changes no right of another company's member, nor of a disabled one", async () => {
    await withTwoCompanies(async ({ client, ours, theirs }) => {
      await speakFor(client, theirs);
      const { member: stranger } = await givenCredentials(client);
      await speakFor(client, ours);
      expect(await refusalOf(client, INSERT_SESSION, [stranger, hash()])).toMatchObject({ code: INVALID });
      expect(await refusalOf(client, INSERT_LINK, [stranger, hash()])).toMatchObject({ code: INVALID });
      const change = "select change_member($1, 'Ana', 'viewer', '{}', $2)";
      expect(await refusalOf(client, change, [stranger, null])).toMatchObject({ code: INVALID });
      const { member: own } = await givenCredentials(client);
      await client.query(change, [own, "2026-11-29"]);
      expect(await refusalOf(client, INSERT_SESSION, [own, hash()])).toMatchObject({ code: INVALID });
    });
  });

  test("changes no row of another company's credentials", async () => {
    await withTwoCompanies(async ({ client, ours, theirs }) => {
      await speakFor(client, theirs);
      const ids = await givenCredentials(client);
      await client.query(
        `insert into passkey (company_id, member_id, name, credential_id, public_key) values ($1, $2, 'A', '\\x01', '\\x01')`,
        [theirs, ids.member],
      );
      const attempts = [
        ["update member set password_hash = 'x' where id = $1", ids.member],
        ["update member set totp_sealed = null where id = $1", ids.member],
        ["update api_key set secret_hash = secret_hash where id = $1", ids.api_key],
        ["update api_key set revoked_at = null where id = $1", ids.api_key],
        ["update secure_token set revoked_at = now() where id = $1", ids.secure_token],
        ["update session set ended_at = null where id = $1", ids.session],
        ["update member_link set used_at = null where id = $1", ids.member_link],
        ["delete from passkey where member_id = $1", ids.member],
        ["update company set second_factor_required = false where id = $1", theirs],
      ] as const;
      for (const company of [ours, null]) {
        await (company ? speakFor(client, company) : speakForNobody(client));
        for (const [sql, id] of attempts) expect((await client.query(sql, [id])).rowCount, sql).toBe(0);
      }
      await speakFor(client, theirs);
      for (const [sql, id] of attempts) expect((await client.query(sql, [id])).rowCount, sql).toBe(1);
    });
  });

  test("inserts no passkey and no webhook key for another company", async () => {
    await withTwoCompanies(async ({ client, theirs }) => {
      await speakFor(client, theirs);
      const { member: stranger } = await givenCredentials(client);
      await speakForNobody(client);
      const passkey =
        "insert into passkey (company_id, member_id, name, credential_id, public_key) values ($1, $2, 'A', $3, $3)";
      expect(await refusalOf(client, passkey, [theirs, stranger, hash()])).toMatchObject({ code: NOT_GRANTED });
      const key = "insert into webhook_key (key_hash, company_id, endpoint_id, created_at) values ($1, $2, 1, now())";
      expect(await refusalOf(client, key, [hash(), theirs])).toMatchObject({ code: NOT_GRANTED });
    });
  });

  test("deletes nothing of the billing queue that no rollup has claimed", async () => {
    await withTwoCompanies(async ({ client, ours }) => {
      const remove = () => client.query("delete from billing_queue where company_id = $1", [ours]);
      await client.query("update billing_queue set rollup_number = null where company_id = $1", [ours]);
      expect((await remove()).rowCount).toBe(0);
      await client.query("update billing_queue set rollup_number = 1 where company_id = $1", [ours]);
      expect((await remove()).rowCount).toBe(1);
      const edit = "update billing_queue set offer_id = 1 where company_id = $1";
      expect(await refusalOf(client, edit, [ours])).toMatchObject({ code: NOT_GRANTED });
    });
  });
});

test("functions that run with the owner's rights look names up in no schema of others, and only the server may call them", async () => {
  const { rows } = await asServer((client) =>
    client.query<{ name: string; path: string; public: boolean }>(
      `select proname as name, proconfig::text as path, has_function_privilege('public', oid, 'execute') as public
       from pg_proc where pronamespace = 'public'::regnamespace and prosecdef`,
    ),
  );
  expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(["insert_credentials", "change_member"]));
  const open = rows.filter(
    ({ path, public: toAll }) => toAll || !/search_path=pg_catalog, (pg_temp|public)/.test(path),
  );
  expect(open).toEqual([]);
});
