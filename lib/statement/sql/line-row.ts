import type { Day } from "@/lib/base/day";
import type { Prisma } from "@/lib/platform/sql/generated/client";
import type { Tx } from "@/lib/platform/sql/in-company";
import type { LinePosition } from "./lines-of";

/** An entry with the fields that a line needs. None of them ever changes. */
export type LineRow = LinePosition & {
  readonly source: "call" | "document";
  readonly serviceDate: Day;
  readonly amountMinor: bigint;
  readonly isDebit: boolean;
  readonly callUuid: string | null;
  readonly offerId: number;
  readonly caller: string | null;
  readonly mechanism: string | null;
  /** Whether the same change opens or closes a charge or payout, and whether on this account. */
  readonly opens: "here" | "elsewhere" | null;
  readonly closes: "here" | "elsewhere" | null;
  /** What it offsets or replaces, if on this account. */
  readonly corrects: {
    readonly version: number;
    readonly kind: string;
    readonly bookedOn: Day;
    readonly statementNumber: number | null;
  } | null;
};

type Row = {
  source: "call" | "document";
  number: bigint;
  version: number;
  kind: string;
  booked_on: string;
  service_date: string;
  rollup_number: bigint;
  amount_minor: bigint;
  is_debit: boolean;
  call_uuid: string | null;
  offer_id: bigint | null;
  caller_masked: string | null;
  mechanism: string | null;
  opens: "here" | "elsewhere" | null;
  closes: "here" | "elsewhere" | null;
  corrected_version: number | null;
  corrected_kind: string | null;
  corrected_on: string | null;
  corrected_statement: bigint | null;
};

/**
 * `entries` selects the rows, in order and with a limit; everything else is looked up by key. The account is checked
 * afterwards: otherwise the planner scans the whole account.
 */
export async function lineColumns(tx: Tx, accountId: number, entries: Prisma.Sql): Promise<LineRow[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select e.source, e.number, e.version, e.kind, to_char(e.booked_on, 'YYYY-MM-DD') as booked_on,
      to_char(e.service_date, 'YYYY-MM-DD') as service_date, e.rollup_number, e.amount_minor,
      e.debit_account_id = e.party_account_id as is_debit, c.uuid::text as call_uuid, c.offer_id, h.caller_masked,
      h.mechanism, case when w.opened is null then null when w.opened = ${accountId}::bigint then 'here' else 'elsewhere' end as opens,
      case when w.closed is null then null when o.kind is null then 'elsewhere' else 'here' end as closes,
      o.version as corrected_version, o.kind as corrected_kind, to_char(o.booked_on, 'YYYY-MM-DD') as corrected_on,
      s.number as corrected_statement
    from (${entries}) e
    left join lateral (
      select uuid, offer_id from call where call.company_id = ${tx.company} and e.source = 'call' and call.id = e.number offset 0
    ) c on true
    left join lateral (
      select * from call_change where call_change.company_id = ${tx.company} and e.source = 'call'
        and call_change.call_id = e.number and call_change.version = e.version offset 0
    ) h on true
    cross join lateral (
      select case when e.kind in ('charge', 'credit') then h.charge_account_id else h.payout_account_id end as opened,
        case when e.source = 'document' then e.offsets_version when e.kind in ('charge', 'credit') then h.closes_charge
          else h.closes_payout end as closed,
        case when e.source = 'document' then e.offsets_kind when e.kind in ('charge', 'credit') then 'charge' else 'payout'
          end as closed_kind
    ) w
    left join lateral (
      select version, kind, booked_on, rollup_number, party_account_id from entry
      where entry.company_id = ${tx.company} and entry.source = e.source and entry.number = e.number
        and entry.version = w.closed and entry.kind = w.closed_kind offset 0
    ) o on o.party_account_id = ${accountId}::bigint
    left join lateral (
      select number from statement where statement.company_id = ${tx.company}
        and statement.account_id = ${accountId}::bigint and statement.cycle_end >= o.booked_on
        and statement.through_rollup >= o.rollup_number
      order by cycle_end limit 1
    ) s on true
    order by e.booked_on, e.rollup_number, e.number, e.version, e.kind collate "C"`;
  return rows.map(lineOf);
}

function lineOf(row: Row): LineRow {
  const { corrected_version: version, corrected_kind: kind, corrected_on: bookedOn, corrected_statement: on } = row;
  return {
    source: row.source,
    number: Number(row.number),
    version: row.version,
    kind: row.kind,
    bookedOn: row.booked_on,
    serviceDate: row.service_date,
    rollupNumber: Number(row.rollup_number),
    amountMinor: row.amount_minor,
    isDebit: row.is_debit,
    callUuid: row.call_uuid,
    offerId: Number(row.offer_id ?? 0n),
    caller: row.caller_masked,
    mechanism: row.mechanism,
    opens: row.opens,
    closes: row.closes,
    corrects:
      version === null || kind === null || bookedOn === null
        ? null
        : { version, kind, bookedOn, statementNumber: on === null ? null : Number(on) },
  };
}
