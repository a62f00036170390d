import { randomBytes } from "node:crypto";
import type { ClientBase } from "pg";
import { expect, inject, test } from "vitest";
import { CHANGE_DIGEST } from "@/lib/audit/sql/change-digest";
import { companyId } from "@/lib/base/ids";
import { statementsOn } from "@/lib/platform/sql/run-sql";
import { findWrongFact, findWrongMeaning } from "@/lib/proof/sql/find-wrong-fact";
import { summaryOf } from "@/lib/settings/domain/settings-summary";
import { inDatabase } from "@/lib/testing/database-server";
import { applyMigrations, readMigrations } from "@/scripts/database/migrations.mjs";
import { connected } from "@/scripts/database/roles.mjs";

const BILLING = "20261123160000_billing";
const ONE_DECISION = "20261129090000_one_decision";
const ONE_LANGUAGE = "20261129110000_one_language";

test("the migration to days keeps the existing books", async () => {
  await inEmptyDatabase(async (client) => {
    await migrateWith(client, OLD_BOOKS, BILLING);
    const one = async (sql: string) => (await client.query({ text: sql, rowMode: "array" })).rows;
    expect(await one("select number, booked_on::text, party_account_id = debit_account_id from entry")).toEqual([
      ["1", "2026-10-01", true],
    ]);
    expect(
      await one(
        "select kind, offer_id, entry_count, sum(debit_minor), sum(credit_minor) from balance group by 1, 2, 3",
      ),
    ).toEqual([["charge", "1", "1", "1000", "1000"]]);
    expect(await one("select offer_id, service_date::text from billing_queue")).toEqual([["1", "2026-10-01"]]);
    expect(await one("select caller_masked from call union all select caller_masked from call_change")).toEqual([
      ["…0142"],
      ["…0142"],
    ]);
    expect(await one("select count(*) from account where kind = 'tax'")).toEqual([["1"]]);
    const tx = { ...statementsOn({ query: (statement) => client.query(statement) }), company: companyId(1) };
    expect([await findWrongMeaning(tx), await findWrongFact(tx)]).toEqual([null, null]);
    expect(await one("select kind, content from ledger_fact where number = 1 order by kind")).toEqual([
      ["account", "buyer_receivable|buyer 1"],
      ["company", "USD|UTC"],
    ]);
    expect(await one("select number, call_id, version, kind from feed order by number")).toEqual([
      ["1", "1", 0, "created"],
      ["2", "1", 1, "changed"],
    ]);
    expect(await one("select number from feed_head")).toEqual([["2"]]);
    const digests = await tx.$queryRaw<{ same: boolean }[]>`
      select q.change_digest = ${CHANGE_DIGEST} as same
      from (select h.*, call.uuid, call.offer_id from call_change h join call on call.id = h.call_id) c, billing_queue q`;
    expect(digests).toEqual([{ same: true }]);
    await expect(client.query("update entry set amount_minor = 1")).rejects.toThrow("append-only");
    await expect(client.query("update call_change set version = 2")).rejects.toThrow("append-only");
  });
});

test("the migration to one decision keeps existing settings, calls and inbox items", async () => {
  await inEmptyDatabase(async (client) => {
    await migrateWith(client, OLD_CALLS, ONE_DECISION);
    const one = async (sql: string) => (await client.query({ text: sql, rowMode: "array" })).rows;
    const settings = "duplicate_window_seconds, amount_tokens";
    expect(await one(`select ${settings}, settings from rule_set order by version`)).toEqual(
      [{}, OLD_SETTINGS].map((document) => {
        const { duplicateWindowSeconds, amountTokens } = summaryOf(document);
        return [duplicateWindowSeconds, amountTokens, document];
      }),
    );
    expect(await one("select integration_id, external_id from call order by id")).toEqual([
      ["1", "1"],
      [null, "crm-7"],
      [null, null],
      [null, null],
    ]);
    expect(await one("select reason, times from inbox")).toEqual([["would_revert", 1]]);
  });
});

test("existing events and inbox items get the words of the glossary", async () => {
  await inEmptyDatabase(async (client) => {
    await migrateWith(client, OLD_WORDS, ONE_LANGUAGE);
    const one = async (sql: string) => (await client.query({ text: sql, rowMode: "array" })).rows;
    expect(await one("select outcome, result from inbound_event order by id")).toEqual([
      ["applied", [{ call_id: 1, reported: ["startedAt"] }]],
      ["ignored", []],
    ]);
    expect(await one("select actor_type, resolution, conversion_update from inbox")).toEqual([
      ["webhook", "dismissed", { buyer_converted: true }],
    ]);
    expect(await one("select facts from reported_fact")).toEqual([[{ eventId: "end" }]]);
  });
});

const OLD_SETTINGS = {
  rules: [
    { id: 1, duplicates: { seconds: 60, counts: "any" }, amount: { kind: "token", token: "sale_amount" } },
    { id: 2, duplicates: { seconds: 3600, counts: "any" }, amount: { kind: "fixed", amount: "10.00" } },
    { id: 3, duplicates: null, amount: null },
  ],
};

const OLD_CALLS = `
  insert into company (name, currency, time_zone) values ('Acme Home Services', 'USD', 'UTC');
  select set_config('callmark.company_id', '1', false);
  insert into offer (company_id, name) values (1, 'Roof repair');
  insert into rule_set (company_id, offer_id, version, valid_from, settings)
    values (1, 1, 1, now(), '{}'), (1, 1, 2, now(), '${JSON.stringify(OLD_SETTINGS)}');
  insert into webhook_endpoint (company_id, provider, name, offer_id, created_at) values (1, 'vapi', 'Line', 1, now());
  insert into call (company_id, offer_id, started_at, external_id)
    values (1, 1, now(), 'vapi:1'), (1, 1, now(), 'crm-7'), (1, 1, now(), null), (1, 1, now(), null);
  insert into reported_fact (company_id, call_key, event_key, endpoint_id, received_at, report)
    values (1, 'vapi:1', 'end', 1, now(), '{}'), (1, 'vapi:1', 'start', 1, now(), '{}');
  insert into inbox (company_id, received_at, reason, mechanism, actor_type, payload)
    values (1, now(), 'would_fall', 'rule', 'system', '{}');`;

const OLD_WORDS = `
  insert into company (name, currency, time_zone) values ('Acme Home Services', 'USD', 'UTC');
  select set_config('callmark.company_id', '1', false);
  insert into offer (company_id, name) values (1, 'Roof repair');
  insert into webhook_endpoint (company_id, provider, name, offer_id, created_at) values (1, 'vapi', 'Line', 1, now());
  insert into webhook_event (company_id, endpoint_id, received_at, signature, status, outcome, payload, result)
    values (1, 1, now(), 'valid', 200, 'taken', '', '[{"call_id": 1, "told": ["startedAt"]}]'),
      (1, 1, now(), 'valid', 200, 'ignored', '', '[]');
  insert into reported_fact (company_id, call_key, event_key, endpoint_id, received_at, report)
    values (1, '1', 'end', 1, now(), '{"eventId": "end"}');
  insert into inbox (company_id, received_at, reason, mechanism, actor_type, payload, statement, settled_at, settlement)
    values (1, now(), 'locked', 'webhook', 'hook', '{}', '{"buyer_converted": true}', now(), 'dismissed');`;

const OLD_BOOKS = `
  insert into company (name, currency, time_zone) values ('Acme Home Services', 'USD', 'UTC');
  select set_config('callmark.company_id', '1', false);
  insert into offer (company_id, name) values (1, 'Roof repair');
  insert into buyer (company_id, name) values (1, 'Birch Roofing');
  insert into account (company_id, kind, buyer_id) values (1, 'buyer_receivable', 1), (1, 'revenue', null), (1, 'traffic_cost', null);
  insert into call (company_id, offer_id, buyer_id, started_at, version, buyer_converted, revenue_minor, revenue_from, charge_version)
    values (1, 1, 1, '2026-10-12', 1, true, 1000, 'terms', 1);
  insert into call_person (company_id, call_id, caller) values (1, 1, '+13035550142');
  insert into call_change (company_id, call_id, version, changed_at, mechanism, actor_type, service_month,
      buyer_converted_from, buyer_converted_to, buyer_locked_from, buyer_locked_to, revenue_from_minor, revenue_to_minor,
      offer_converted_from, offer_converted_to, offer_locked_from, offer_locked_to, payout_from_minor, payout_to_minor,
      charge_account_id, charge_minor)
    values (1, 1, 1, now(), 'manual', 'system', '2026-10-01', false, true, false, false, 0, 1000,
      false, false, false, false, 0, 0, 1, 1000);
  insert into billing_queue (company_id, call_id, version) values (1, 1, 1);
  insert into ledger_head (company_id, digest, revenue_account_id, traffic_cost_account_id) values (1, '\\x00', 2, 3);
  insert into entry (company_id, number, rollup_number, debit_account_id, credit_account_id, amount_minor, version, period,
      service_month, source, kind)
    values (1, 1, 1, 1, 2, 1000, 1, '2026-10-01', '2026-10-01', 'call', 'charge');
  insert into balance (company_id, account_id, period, debit_minor) values (1, 1, '2026-10-01', 1000);`;

/** The database before a migration, with these rows; then that migration and all later ones. */
async function migrateWith(client: ClientBase, rows: string, since: string): Promise<void> {
  const migrations = readMigrations();
  await applyMigrations(
    client,
    migrations.filter(({ name }) => name < since),
  );
  await client.query(rows);
  await applyMigrations(
    client,
    migrations.filter(({ name }) => name >= since),
  );
  await client.query("select set_config('callmark.company_id', '1', false)");
}

async function inEmptyDatabase(work: (client: ClientBase) => Promise<void>): Promise<void> {
  const { adminUrl, ownerUrl, owner, prefix } = inject("databaseTemplate");
  const name = `${prefix}_${randomBytes(6).toString("hex")}`;
  await connected(adminUrl, (client) => client.query(`create database ${name} owner ${owner}`));
  try {
    await connected(inDatabase(ownerUrl, name), work);
  } finally {
    await connected(adminUrl, (client) => client.query(`drop database ${name}`));
  }
}
