import { CHANGE_DIGEST } from "@/lib/audit/sql/change-digest";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import { type CallChange, isBillable } from "../domain/billing";
import type { PlannedChange } from "../domain/plan";

/**
 * The company comes from a joined row, because Citus cannot pull a bound company past row-level security. A company
 * without books would insert nothing, so the count is checked.
 */
function assertWritten(written: number, rows: readonly unknown[]): void {
  if (written !== rows.length) throw new Error(`${rows.length} rows were to be written, ${written} were`);
}

/** Appends changes to the log, queues billable ones for the next rollup, and stores reasons in their own table. */
export async function appendChanges(tx: SqlTx, changes: readonly PlannedChange[]): Promise<void> {
  if (changes.length === 0) return;
  await Promise.all([log(tx, changes), enqueue(tx, changes), noteReasons(tx, changes)]);
}

async function log(tx: SqlTx, changes: readonly PlannedChange[]): Promise<void> {
  const rows = JSON.stringify(changes.map(changeColumns));
  const written = await tx.$executeRaw`
    insert into call_change (company_id, call_id, version, changed_at, mechanism, actor_type, actor_id, occurred_at,
      service_date, caller_masked, buyer_converted_from, buyer_converted_to, buyer_mechanism_from, buyer_mechanism_to,
      buyer_locked_from, buyer_locked_to, buyer_from, buyer_to, revenue_from_minor, revenue_to_minor,
      offer_converted_from, offer_converted_to, offer_mechanism_from, offer_mechanism_to,
      offer_locked_from, offer_locked_to, traffic_source_from, traffic_source_to, payout_from_minor, payout_to_minor,
      closes_charge, charge_account_id, charge_minor, closes_payout, payout_account_id, payout_minor,
      buyer_rule_id, offer_rule_id, buyer_evaluation, offer_evaluation)
    select h.company_id, call_id, version, changed_at, mechanism, actor_type, actor_id, occurred_at,
      service_date, caller_masked, buyer_converted_from, buyer_converted_to, buyer_mechanism_from, buyer_mechanism_to,
      buyer_locked_from, buyer_locked_to, buyer_from, buyer_to, revenue_from_minor, revenue_to_minor,
      offer_converted_from, offer_converted_to, offer_mechanism_from, offer_mechanism_to,
      offer_locked_from, offer_locked_to, traffic_source_from, traffic_source_to, payout_from_minor, payout_to_minor,
      closes_charge, charge_account_id, charge_minor, closes_payout, payout_account_id, payout_minor,
      buyer_rule_id, offer_rule_id,
      case when buyer_evaluated then (select max(e.number) from evaluation e
        where e.company_id = ${tx.company} and e.call_id = c.call_id and e.side = 'buyer') end,
      case when offer_evaluated then (select max(e.number) from evaluation e
        where e.company_id = ${tx.company} and e.call_id = c.call_id and e.side = 'offer') end
    from ledger_head h cross join json_to_recordset(${rows}::json) as c(
      call_id bigint, version integer, changed_at timestamptz, mechanism text, actor_type text, actor_id bigint,
      occurred_at timestamptz, service_date date, caller_masked text,
      buyer_converted_from boolean, buyer_converted_to boolean, buyer_mechanism_from text, buyer_mechanism_to text,
      buyer_locked_from boolean, buyer_locked_to boolean, buyer_from bigint, buyer_to bigint,
      revenue_from_minor bigint, revenue_to_minor bigint,
      offer_converted_from boolean, offer_converted_to boolean, offer_mechanism_from text, offer_mechanism_to text,
      offer_locked_from boolean, offer_locked_to boolean, traffic_source_from bigint, traffic_source_to bigint,
      payout_from_minor bigint, payout_to_minor bigint,
      closes_charge integer, charge_account_id bigint, charge_minor bigint,
      closes_payout integer, payout_account_id bigint, payout_minor bigint,
      buyer_rule_id bigint, offer_rule_id bigint, buyer_evaluated boolean, offer_evaluated boolean)
    where h.company_id = ${tx.company}`;
  assertWritten(written, changes);
}

async function enqueue(tx: SqlTx, changes: readonly PlannedChange[]): Promise<void> {
  const billable = changes
    .filter(({ change }) => isBillable(change))
    .map((change) =>
      Object.assign(authorColumns(change), {
        uuid: change.callUuid,
        offer_id: change.change.after.offerId,
        service_date: change.serviceDate,
      }),
    );
  if (billable.length === 0) return;
  const written = await tx.$executeRaw`
    insert into billing_queue (company_id, call_id, version, offer_id, service_date, change_digest)
    select h.company_id, c.call_id, c.version, c.offer_id, c.service_date, ${CHANGE_DIGEST}
    from ledger_head h cross join json_to_recordset(${JSON.stringify(billable)}::json) as c(
      call_id bigint, version integer, uuid uuid, offer_id bigint, service_date date, changed_at timestamptz, mechanism text, actor_type text,
      actor_id bigint, occurred_at timestamptz, caller_masked text, buyer_mechanism_from text, buyer_mechanism_to text,
      buyer_locked_from boolean, buyer_locked_to boolean, offer_mechanism_from text, offer_mechanism_to text,
      offer_locked_from boolean, offer_locked_to boolean)
    where h.company_id = ${tx.company}`;
  assertWritten(written, billable);
}

async function noteReasons(tx: SqlTx, changes: readonly PlannedChange[]): Promise<void> {
  const notes = changes.flatMap(({ change, reason }) => (reason === null ? [] : [{ ...keyOf(change), reason }]));
  if (notes.length === 0) return;
  await tx.$executeRaw`
    insert into change_note (company_id, call_id, version, reason)
    select h.company_id, call_id, version, reason
    from ledger_head h cross join jsonb_to_recordset(${JSON.stringify(notes)}::jsonb) as n(call_id bigint, version integer, reason text)
    left join lateral (
      select p.erased_at from call_person p where p.company_id = ${tx.company} and p.call_id = n.call_id offset 0
    ) p on true
    where h.company_id = ${tx.company} and p.erased_at is null`;
}

function keyOf({ after }: CallChange) {
  return { call_id: after.id, version: after.version };
}

/** Who, when and how. */
function authorColumns({ change, mechanism, actor, changedAt, occurredAt, callerMasked }: PlannedChange) {
  const { before, after } = change;
  return {
    call_id: after.id,
    version: after.version,
    changed_at: changedAt,
    mechanism,
    actor_type: actor.type,
    actor_id: actor.id,
    occurred_at: occurredAt,
    caller_masked: callerMasked,
    buyer_mechanism_from: before.buyer.decision?.mechanism ?? null,
    buyer_mechanism_to: after.buyer.decision?.mechanism ?? null,
    buyer_locked_from: before.buyer.locked,
    buyer_locked_to: after.buyer.locked,
    offer_mechanism_from: before.offer.decision?.mechanism ?? null,
    offer_mechanism_to: after.offer.decision?.mechanism ?? null,
    offer_locked_from: before.offer.locked,
    offer_locked_to: after.offer.locked,
  };
}

/** `Object.assign`, because V8 is fifty times slower at spreading an object into a literal of forty properties. */
function changeColumns(plannedChange: PlannedChange) {
  const { change, serviceDate, evaluated } = plannedChange;
  const { before, after } = change;
  return Object.assign(authorColumns(plannedChange), {
    service_date: serviceDate,
    buyer_converted_from: before.buyer.converted,
    buyer_converted_to: after.buyer.converted,
    buyer_from: before.buyer.partyId,
    buyer_to: after.buyer.partyId,
    revenue_from_minor: before.buyer.amountMinor.toString(),
    revenue_to_minor: after.buyer.amountMinor.toString(),
    offer_converted_from: before.offer.converted,
    offer_converted_to: after.offer.converted,
    traffic_source_from: before.offer.partyId,
    traffic_source_to: after.offer.partyId,
    payout_from_minor: before.offer.amountMinor.toString(),
    payout_to_minor: after.offer.amountMinor.toString(),
    closes_charge: change.closesCharge,
    charge_account_id: change.opensCharge?.accountId ?? null,
    charge_minor: change.opensCharge?.amountMinor.toString() ?? null,
    closes_payout: change.closesPayout,
    payout_account_id: change.opensPayout?.accountId ?? null,
    payout_minor: change.opensPayout?.amountMinor.toString() ?? null,
    buyer_rule_id: change.rules.buyer,
    offer_rule_id: change.rules.offer,
    buyer_evaluated: evaluated.includes("buyer"),
    offer_evaluated: evaluated.includes("offer"),
  });
}
