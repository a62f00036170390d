import type { CompanyId } from "@/lib/base/ids";
import { eraseLateItems } from "@/lib/erasure/sql/erase-late";
import { contentDigest } from "@/lib/erasure/sql/erased-name";
import { Prisma } from "@/lib/platform/sql/generated/client";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { InboxItem } from "../domain/inbox-item";
import { recordInbox } from "./record-inbox";

/**
 * Stores items for a person, without erased values. A repetition is counted on the newest item of its topic, because
 * senders repeat posts that could not be read.
 */
export async function fileInInbox(tx: SqlTx, items: readonly InboxItem[]): Promise<void> {
  if (items.length === 0) return;
  const { fresh, repeated } = apart(
    items.map((item) => withKeys(tx.company, item)),
    await newestOfTopics(tx, items),
  );
  await Promise.all([countUp(tx, repeated), insert(tx, fresh)]);
}

type Keyed = {
  readonly item: InboxItem;
  /** What the item is about, hexadecimal; null for proposals. An item that is no update matches only identical ones. */
  readonly topic: string | null;
  readonly fingerprint: string | null;
  times: number;
};

type Newest = { readonly id: number | null; readonly fingerprint: string; readonly keyed?: Keyed };
type Repeated = { readonly id: number; readonly at: Date };

function withKeys(company: CompanyId, item: InboxItem): Keyed {
  if (item.actor.type === "system") return { item, topic: null, fingerprint: null, times: 1 };
  const { actor, reason, callId, side, soughtUuid, soughtCaller, endpointId } = item;
  const sought = soughtCaller ? Buffer.from(soughtCaller).toString("hex") : null;
  const about = [actor.type, actor.id, endpointId, reason, callId, side, soughtUuid, sought];
  const digest = (of: readonly unknown[]) => contentDigest(company, JSON.stringify(of)).toString("hex");
  const fingerprint = digest([...about, item.payload, item.problem]);
  const isUpdate = reason !== "refused" && item.conversionUpdate !== undefined;
  return { item, topic: isUpdate ? digest(about) : fingerprint, fingerprint, times: 1 };
}

async function newestOfTopics(tx: SqlTx, items: readonly InboxItem[]): Promise<Map<string, Newest>> {
  const topics = [...new Set(items.flatMap((item) => withKeys(tx.company, item).topic ?? []))];
  if (topics.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ topic: string; id: bigint; fingerprint: string }[]>`
    select wanted.topic, newest.id, newest.fingerprint
    from unnest(${topics}::text[]) as wanted(topic)
    cross join lateral (
      select id, encode(fingerprint, 'hex') as fingerprint from inbox
      where inbox.company_id = ${tx.company} and inbox.topic = decode(wanted.topic, 'hex') and inbox.resolved_at is null
      order by received_at desc, id desc limit 1
    ) newest`;
  return new Map(rows.map(({ topic, id, fingerprint }) => [topic, { id: Number(id), fingerprint }]));
}

function apart(
  keyed: readonly Keyed[],
  newest: Map<string, Newest>,
): { readonly fresh: readonly Keyed[]; readonly repeated: readonly Repeated[] } {
  const fresh: Keyed[] = [];
  const repeated: Repeated[] = [];
  for (const row of keyed) {
    const before = row.topic === null ? undefined : newest.get(row.topic);
    if (before && before.fingerprint === row.fingerprint) {
      if (before.id !== null) repeated.push({ id: before.id, at: row.item.receivedAt });
      else if (before.keyed) before.keyed.times += 1;
      continue;
    }
    fresh.push(row);
    if (row.topic !== null && row.fingerprint !== null) {
      newest.set(row.topic, { id: null, fingerprint: row.fingerprint, keyed: row });
    }
  }
  return { fresh, repeated };
}

async function countUp(tx: SqlTx, repeated: readonly Repeated[]): Promise<void> {
  if (repeated.length === 0) return;
  await tx.$executeRaw`
    update inbox set times = inbox.times + n.times, last_received_at = n.at
    from (
      select id, count(*)::integer as times, max(at) as at
      from jsonb_to_recordset(${JSON.stringify(repeated)}::jsonb) as r(id bigint, at timestamptz) group by id
    ) n
    where inbox.company_id = ${tx.company} and inbox.id = n.id`;
}

async function insert(tx: SqlTx, fresh: readonly Keyed[]): Promise<void> {
  if (fresh.length === 0) return;
  const rows = fresh.map(
    ({ item, topic, fingerprint, times }) =>
      Prisma.sql`(${tx.company}::bigint, ${item.receivedAt}::timestamptz, ${item.reason}, ${item.callId}::bigint,
      ${item.side}, ${item.mechanism}, ${item.actor.type}, ${item.actor.id}::bigint, ${JSON.stringify(item.payload)}::jsonb,
      ${item.problem}, ${item.conversionUpdate ? JSON.stringify(item.conversionUpdate) : null}::jsonb, ${item.soughtUuid ?? null}::uuid,
      decode(${item.soughtCaller ? Buffer.from(item.soughtCaller).toString("hex") : null}, 'hex'), ${item.endpointId ?? null}::bigint,
      decode(${topic}, 'hex'), decode(${fingerprint}, 'hex'), ${times}::integer)`,
  );
  const filed = await tx.$queryRaw<{ id: bigint }[]>`
    insert into inbox (company_id, received_at, reason, call_id, side, mechanism, actor_type, actor_id, payload, problem,
      conversion_update, sought_uuid, sought_caller, endpoint_id, topic, fingerprint, times)
    values ${Prisma.join(rows)}
    returning id`;
  const ids = filed.map(({ id }) => Number(id)).sort((one, other) => one - other);
  await Promise.all([
    eraseLateItems(
      tx,
      ids.map((id, position) => ({ id, content: wordsOf(fresh[position]?.item) })),
    ),
    recordInbox(
      tx,
      fresh.flatMap(({ item }, position) => (ids[position] === undefined ? [] : [{ id: ids[position], item }])),
    ),
  ]);
}

/** Text that may name a person in an item without a call. */
function wordsOf(item: InboxItem | undefined): string | null {
  return item && item.callId === null ? JSON.stringify([item.payload, item.conversionUpdate]) : null;
}
