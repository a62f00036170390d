import type { ClientBase } from "pg";

export type CompanyWithEverything = { id: string; offer: string; buyer: string; call: string; receivable: string };

/** A company with a row in every tenant table; the transaction is set to it afterwards. */
export async function givenCompanyWithEverything(client: ClientBase, name: string): Promise<CompanyWithEverything> {
  const add = async (sql: string, values: unknown[] = []): Promise<string> => {
    const { rows } = await client.query<{ id: string }>(sql, values);
    return rows[0]?.id ?? "";
  };
  const id = await add("insert into company (name, currency, time_zone) values ($1, 'USD', 'UTC') returning id", [
    name,
  ]);
  await client.query("select set_company($1)", [id]);

  const named = (table: string) =>
    add(`insert into ${table} (company_id, name) values ($1, $2) returning id`, [id, name]);
  const offer = await named("offer");
  const buyer = await named("buyer");
  const source = await named("traffic_source");

  const account = (kind: string, ofBuyer: string | null, ofSource: string | null) =>
    add("insert into account (company_id, kind, buyer_id, traffic_source_id) values ($1, $2, $3, $4) returning id", [
      id,
      kind,
      ofBuyer,
      ofSource,
    ]);
  const receivable = await account("buyer_receivable", buyer, null);
  const payable = await account("traffic_source_payable", null, source);
  const revenue = await account("revenue", null, null);
  const cost = await account("traffic_cost", null, null);

  await add("insert into rule_set (company_id, offer_id, version, valid_from) values ($1, $2, 1, now())", [id, offer]);
  await add(
    "insert into terms (company_id, side, buyer_id, valid_from, amount_minor) values ($1, 'buyer', $2, now(), 1000)",
    [id, buyer],
  );
  const call = await add(
    `insert into call (company_id, offer_id, traffic_source_id, buyer_id, started_at, version, buyer_converted,
                       revenue_minor, revenue_from, charge_version)
     values ($1, $2, $3, $4, now(), 1, true, 1000, 'terms', 1) returning id`,
    [id, offer, source, buyer],
  );
  await add("insert into call_person (company_id, call_id, caller) values ($1, $2, '+15555550100')", [id, call]);
  await add(
    `insert into call_change (company_id, call_id, version, changed_at, mechanism, actor_type, service_date,
                              buyer_converted_from, buyer_converted_to, buyer_locked_from, buyer_locked_to,
                              revenue_from_minor, revenue_to_minor,
                              offer_converted_from, offer_converted_to, offer_locked_from, offer_locked_to,
                              payout_from_minor, payout_to_minor, charge_account_id, charge_minor)
     values ($1, $2, 1, now(), 'screen', 'system', '2026-11-01', false, true, false, false, 0, 1000,
             false, false, false, false, 0, 0, $3, 1000)`,
    [id, call, receivable],
  );
  await add("insert into change_note (company_id, call_id, version, reason) values ($1, $2, 1, 'Sold')", [id, call]);
  await add(
    `insert into update_event (company_id, call_id, mechanism, kind, name, number, content, received_at, outcome)
     values ($1, $2, 'secure_api', 'event_id', 'evt-1', 1, 'a', now(), 'applied')`,
    [id, call],
  );
  await add(
    `insert into token_change (company_id, call_id, number, changed_at, mechanism, actor_type, tokens)
     values ($1, $2, 1, now(), 'api', 'system', '{"zip": {"from": null, "to": "80202"}}')`,
    [id, call],
  );
  await add("insert into feed_head (company_id, number) values ($1, 1)", [id]);
  await add(
    `insert into feed_queue (company_id, version, call_id, kind, key, changed_at)
     values ($1, 1, $2, 'changed', gen_random_uuid(), now())`,
    [id, call],
  );
  await add(
    `insert into feed (company_id, number, call_id, version, kind, changed_at) values ($1, 1, $2, 0, 'created', now())`,
    [id, call],
  );
  await add("insert into caller (company_id, hash) values ($1, decode(repeat('00', 32), 'hex'))", [id]);
  await add(
    `insert into billing_queue (company_id, call_id, version, offer_id, change_digest, service_date)
     values ($1, $2, 1, $3, '\\x00', '2026-11-01')`,
    [id, call, offer],
  );
  await add(
    "insert into billing_move (company_id, call_id, version, place, service_date) values ($1, $2, 1, 1, '2026-11-01')",
    [id, call],
  );
  await add(
    "insert into ledger_fact (company_id, kind, number, place, content, rollup_number) values ($1, 'account', $2, 0, '', 1)",
    [id, receivable],
  );
  await add(
    `insert into ledger_head (company_id, digest, revenue_account_id, traffic_cost_account_id)
     values ($1, '\\x00', $2, $3)`,
    [id, revenue, cost],
  );
  await add(
    `insert into rollup (company_id, number, started_at, posted_at, change_count, entry_count, previous_digest, digest)
     values ($1, 1, now(), now(), 1, 1, '\\x00', '\\x01')`,
    [id],
  );
  await add("insert into period (company_id, month, closed_at) values ($1, '2026-10-01', now())", [id]);
  await add(
    `insert into document (company_id, number, revision, kind, dated, debit_account_id, credit_account_id,
                           amount_minor, actor_type, created_at, party_account_id, rollup_number)
     values ($1, 1, 1, 'adjustment', '2026-11-01', $2, $3, 100, 'system', now(), $2, 1)`,
    [id, payable, cost],
  );
  await add(
    `insert into entry (company_id, number, rollup_number, debit_account_id, credit_account_id, amount_minor, version,
                        booked_on, service_date, source, kind, party_account_id)
     values ($1, $2, 1, $3, $4, 1000, 1, '2026-11-01', '2026-11-01', 'call', 'charge', $3)`,
    [id, call, receivable, revenue],
  );
  await add(
    "insert into balance (company_id, account_id, booked_on, kind, offer_id, debit_minor) values ($1, $2, '2026-11-01', 'charge', $3, 1000)",
    [id, receivable, offer],
  );
  await add(
    `insert into inbox (company_id, received_at, reason, call_id, mechanism, actor_type, payload)
     values ($1, now(), 'locked', $2, 'secure_api', 'secure_token', '{}')`,
    [id, call],
  );
  await add(
    `insert into evaluation (company_id, call_id, side, number, evaluated_at, steps)
     values ($1, $2, 'buyer', 1, now(), '[]')`,
    [id, call],
  );
  const endpoint = await add(
    `insert into webhook_endpoint (company_id, provider, name, offer_id, created_at)
     values ($1, 'vapi', 'Voice line', $2, now()) returning id`,
    [id, offer],
  );
  await add(
    "insert into webhook_secret (company_id, endpoint_id, number, sealed, created_at) values ($1, $2, 1, '\\x00', now())",
    [id, endpoint],
  );
  await add(
    `insert into inbound_event (company_id, endpoint_id, received_at, signature, status, outcome, payload)
     values ($1, $2, now(), 'valid', 200, 'applied', '')`,
    [id, endpoint],
  );
  await add(
    `insert into reported_fact (company_id, call_key, event_key, endpoint_id, received_at, facts)
     values ($1, '1', 'end', $2, now(), '{}')`,
    [id, endpoint],
  );
  await add("insert into document_note (company_id, number, revision, reason) values ($1, 1, 1, 'Agreed by phone')", [
    id,
  ]);
  await add(
    `insert into statement (company_id, number, account_id, cycle_start, cycle_end, through_rollup, issued_at, due_on,
                            currency, opening_minor, billed_minor, closing_minor, entry_count, layout, frozen, cumulative, digest,
                            rollup_number, actor_type)
     values ($1, 1, $2, '2026-10-01', '2026-10-31', 1, now(), '2026-11-30', 'USD', 0, 1000, 1000, 1, 1, '{}', '[]', '\\x00',
             1, 'system')`,
    [id, receivable],
  );
  await add(
    `insert into allocation (company_id, number, place, statement_number, amount_minor, created_at, actor_type)
     values ($1, 1, 1, 1, 100, now(), 'system')`,
    [id],
  );
  await add(
    `insert into billing_profile (company_id, account_id, version, profile, created_at, actor_type)
     values ($1, $2, 1, '{}', now(), 'system')`,
    [id, receivable],
  );
  const cap = await add(
    `insert into cap (company_id, buyer_id, measure, span, limit_amount, time_zone, created_at, actor_type)
     values ($1, $2, 'conversions', 'day', 10, 'UTC', now(), 'system') returning id`,
    [id, buyer],
  );
  await add("insert into cap_usage (company_id, cap_id, window_start, used) values ($1, $2, now(), 1)", [id, cap]);
  await add("insert into erasure (company_id, erased_at, call_count, actor_type) values ($1, now(), 1, 'system')", [
    id,
  ]);
  await add("insert into proof (company_id, actor_type, started_at, progress_at) values ($1, 'system', now(), now())", [
    id,
  ]);
  await add(
    `insert into audit_entry (company_id, recorded_at, actor_type, action, subject_type, before, after)
     values ($1, now(), 'system', 'company.updated', 'company', '{}', '{}')`,
    [id],
  );
  await add(
    `insert into company_logo (company_id, digest, media_type, content, created_at)
     values ($1, sha256('logo'), 'image/png', 'logo', now())`,
    [id],
  );
  await add("insert into alert (company_id, kind, subject_id, sent_at) values ($1, 'rollup_late', 0, now())", [id]);
  await add(
    `insert into idempotency_key (company_id, key_hash, request_hash, created_at) values ($1, 'key', 'request', now())`,
    [id],
  );
  const batch = await add(
    `insert into batch (company_id, kind, actor_type, started_at, progress_at)
     values ($1, 'bulk', 'system', now(), now()) returning id`,
    [id],
  );
  await add(
    `insert into batch_call (company_id, batch_id, call_id, from_version, to_version, before)
     values ($1, $2, $3, 0, 1, '{}')`,
    [id, batch, call],
  );
  const receiver = await add(
    `insert into outbound_endpoint (company_id, name, url, events, secret_sealed, created_at)
     values ($1, 'Warehouse', 'https://receiver.test', '{call.created}', '\\x00', now()) returning id`,
    [id],
  );
  const event = "00000000-0000-4000-8000-000000000001";
  await add(
    `insert into delivery (company_id, endpoint_id, subject, number, event_id, event, occurred_at, body, next_attempt_at,
                           give_up_at)
     values ($1, $2, 'call 1', 1, $3, 'call.created', now(), '{}', now(), now())`,
    [id, receiver, event],
  );
  await add(
    `insert into delivery_attempt (company_id, endpoint_id, event_id, number, attempted_at, milliseconds, url, headers,
                                   answer)
     values ($1, $2, $3, 1, now(), 10, 'https://receiver.test', '{}', 'OK')`,
    [id, receiver, event],
  );
  return { id, offer, buyer, call, receivable };
}
