import type { Actor } from "@/lib/access/domain/actor";
import { Prisma } from "@/lib/platform/sql/generated/client";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import { SIDES, type Side } from "../domain/call-state";
import type { PartyName } from "./call-view";
import { AMOUNT, PARTY_MOVED } from "./columns";

type Moved<T> = { readonly from: T; readonly to: T };

/** A side before and after, with the names it refers to. */
type SideChange = {
  readonly converted: Moved<boolean>;
  readonly mechanism: Moved<string | null>;
  readonly locked: Moved<boolean>;
  readonly party: Moved<PartyName | null>;
  readonly amountMinor: Moved<bigint>;
  /** The rule as named by the evaluation recorded with the change; the name is null if none was recorded. */
  readonly rule: { readonly id: number; readonly name: string | null } | null;
  /** The number of that evaluation. */
  readonly evaluation: number | null;
};

/** A row of `call_change`, before permissions are applied. */
export type ChangeView = Readonly<Record<Side, SideChange>> & {
  readonly version: number;
  readonly changedAt: Date;
  readonly occurredAt: Date | null;
  readonly mechanism: string;
  readonly actorType: Actor["type"];
  readonly actorName: string | null;
  readonly reason: string | null;
};

type End = "from" | "to";
type Row = Record<`${Side}_converted_${End}` | `${Side}_locked_${End}`, boolean> &
  Record<`${Side}_mechanism_${End}` | `${Side}_party_name_${End}` | `${Side}_rule_name`, string | null> &
  Record<`${Side}_party_${End}` | `${Side}_rule_id`, bigint | null> &
  Record<`${Side}_amount_${End}`, bigint> &
  Record<`${Side}_evaluation`, number | null> & {
    version: number;
    changed_at: Date;
    occurred_at: Date | null;
    mechanism: string;
    actor_type: Actor["type"];
    actor_name: string | null;
    reason: string | null;
  };

/** All changes of a call, newest first. */
export async function listCallChanges(tx: SqlTx, callId: number): Promise<ChangeView[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select ch.version, ch.changed_at, ch.occurred_at, ch.mechanism, ch.actor_type, n.reason,
      coalesce(m.name, k.name, st.name, w.name) as actor_name, ${SIDE_COLUMNS}
    from call_change ch
    left join change_note n on n.company_id = ${tx.company} and n.call_id = ch.call_id and n.version = ch.version
    ${Prisma.join(
      SIDES.map((side) => ruleNames(tx, side)),
      " ",
    )}
    left join buyer buyer_from on buyer_from.company_id = ${tx.company} and buyer_from.id = ch.buyer_from
    left join buyer buyer_to on buyer_to.company_id = ${tx.company} and buyer_to.id = ch.buyer_to
    left join traffic_source offer_from on offer_from.company_id = ${tx.company} and offer_from.id = ch.traffic_source_from
    left join traffic_source offer_to on offer_to.company_id = ${tx.company} and offer_to.id = ch.traffic_source_to
    left join member m on ch.actor_type = 'member' and m.company_id = ${tx.company} and m.id = ch.actor_id
    left join api_key k on ch.actor_type = 'api_key' and k.company_id = ${tx.company} and k.id = ch.actor_id
    left join secure_token st on ch.actor_type = 'secure_token' and st.company_id = ${tx.company} and st.id = ch.actor_id
    left join webhook_endpoint w on ch.actor_type in ('webhook', 'hook') and w.company_id = ${tx.company} and w.id = ch.actor_id
    where ch.company_id = ${tx.company} and ch.call_id = ${callId}
    order by ch.version desc`;
  return rows.map((row) => ({
    version: row.version,
    changedAt: row.changed_at,
    occurredAt: row.occurred_at,
    mechanism: row.mechanism,
    actorType: row.actor_type,
    actorName: row.actor_name,
    reason: row.reason,
    buyer: sideChange(row, "buyer"),
    offer: sideChange(row, "offer"),
  }));
}

const SIDE_COLUMNS = Prisma.raw(SIDES.flatMap(columnsOf).join(", "));

function columnsOf(side: Side): string[] {
  const ends = (["from", "to"] as const).flatMap((end) => [
    ...["converted", "mechanism", "locked"].map((name) => `ch.${side}_${name}_${end}`),
    `ch.${PARTY_MOVED[side]}_${end} as ${side}_party_${end}`,
    `${side}_${end}.name as ${side}_party_name_${end}`,
    `ch.${AMOUNT[side]}_${end}_minor as ${side}_amount_${end}`,
  ]);
  return [...ends, `ch.${side}_rule_id`, `${side}_rule.name as ${side}_rule_name`, `ch.${side}_evaluation`];
}

/** The name of the rule, from the evaluation that made the change. */
function ruleNames(tx: SqlTx, side: Side): Prisma.Sql {
  const [rule, ruleId, evaluation] = [`${side}_rule`, `ch.${side}_rule_id`, `ch.${side}_evaluation`].map((name) =>
    Prisma.raw(name),
  );
  return Prisma.sql`left join lateral (
      select step ->> 'name' as name from evaluation e cross join lateral jsonb_array_elements(e.steps) as step
      where e.company_id = ${tx.company} and e.call_id = ch.call_id and e.side = ${side} and e.number = ${evaluation}
        and (step ->> 'ruleId')::bigint = ${ruleId} limit 1
    ) ${rule} on true`;
}

function sideChange(row: Row, side: Side): SideChange {
  const party = (end: End) => {
    const [id, name] = [row[`${side}_party_${end}`], row[`${side}_party_name_${end}`]];
    return id === null || name === null ? null : { id: Number(id), name };
  };
  const ruleId = row[`${side}_rule_id`];
  return {
    converted: { from: row[`${side}_converted_from`], to: row[`${side}_converted_to`] },
    mechanism: { from: row[`${side}_mechanism_from`], to: row[`${side}_mechanism_to`] },
    locked: { from: row[`${side}_locked_from`], to: row[`${side}_locked_to`] },
    party: { from: party("from"), to: party("to") },
    amountMinor: { from: row[`${side}_amount_from`], to: row[`${side}_amount_to`] },
    rule: ruleId === null ? null : { id: Number(ruleId), name: row[`${side}_rule_name`] },
    evaluation: row[`${side}_evaluation`],
  };
}
