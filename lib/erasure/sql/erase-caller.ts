import { queueForFeed } from "@/lib/call/sql/feed-queue";
import { Prisma } from "@/lib/platform/sql/generated/client";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import { canIdentify } from "../domain/number-digits";
import { EMPTIED_EVENT, EMPTIED_FACTS, EMPTIED_ITEM } from "./emptied";
import { erasedName } from "./erased-name";

export type Trace = {
  /** The last digits of the number; in payloads anything may be between them. */
  readonly digits: string;
  /** Hashes of every form in which calls may store the number. */
  readonly hashes: readonly Uint8Array[];
};

/** What may be between the digits of a number in a payload, including escaped bytes. */
const SEPARATORS = "\\\\[0-7]{3}|\\\\+u[0-9A-Fa-f]{4}|%[0-9A-Fa-f]{2}|[^0-9]";
const digitsOf = (text: Prisma.Sql) => Prisma.sql`regexp_replace(${text}, ${SEPARATORS}, '', 'g')`;

/** Erases every payload that names this caller, also of events without a call. Searches all payloads. */
export async function erasePostsOfCaller(tx: SqlTx, { digits, hashes }: Trace): Promise<void> {
  const like = `%${digits}%`;
  await tx.$executeRaw`
    update reported_fact set ${EMPTIED_FACTS}
    where company_id = ${tx.company} and ${digitsOf(Prisma.sql`facts::text`)} like ${like}`;
  await tx.$executeRaw`
    update inbound_event set ${EMPTIED_EVENT}
    where company_id = ${tx.company} and (${digitsOf(Prisma.sql`encode(payload, 'escape')`)} like ${like}
      or ${digitsOf(Prisma.sql`concat_ws(' | ', query, headers, content_type, problem, result)`)} like ${like})`;
  await tx.$executeRaw`
    update inbox set ${EMPTIED_ITEM}
    where company_id = ${tx.company} and (sought_caller = any(${hashes.map((hash) => Buffer.from(hash))}::bytea[])
      or ${digitsOf(Prisma.sql`concat_ws(' | ', payload, conversion_update, problem)`)} like ${like})`;
}

type Named = { name: string };

/** Replaces external IDs of calls and events that contain the number by their keyed hash. */
export async function eraseNamesOfCaller(tx: SqlTx, { digits, hashes }: Trace, at: Date): Promise<void> {
  const like = `%${digits}%`;
  const calls = await tx.$queryRaw<Named[]>`
    select external_id as name from call
    where company_id = ${tx.company} and caller_hash = any(${hashes.map((hash) => Buffer.from(hash))}::bytea[])
      and ${digitsOf(Prisma.sql`external_id`)} like ${like}
    union
    select call_key from reported_fact where company_id = ${tx.company} and ${digitsOf(Prisma.sql`call_key`)} like ${like}`;
  const events = await tx.$queryRaw<Named[]>`
    select event_key as name from reported_fact
    where company_id = ${tx.company} and ${digitsOf(Prisma.sql`event_key`)} like ${like}`;
  const erased = (rows: readonly Named[]) =>
    JSON.stringify(rows.map(({ name }) => ({ name, erased: erasedName(tx.company, name) })));
  await tx.$executeRaw`
    update reported_fact set event_key = n.erased, facts = facts || jsonb_build_object('eventId', n.erased)
    from jsonb_to_recordset(${erased(events)}::jsonb) as n(name text, erased text)
    where reported_fact.company_id = ${tx.company} and reported_fact.event_key = n.name`;
  await tx.$executeRaw`
    update reported_fact set call_key = n.erased
    from jsonb_to_recordset(${erased(calls)}::jsonb) as n(name text, erased text)
    where reported_fact.company_id = ${tx.company} and reported_fact.call_key = n.name`;
  const renamed = await tx.$queryRaw<{ id: bigint }[]>`
    update call set external_id = n.erased
    from jsonb_to_recordset(${erased(calls)}::jsonb) as n(name text, erased text)
    where call.company_id = ${tx.company} and call.external_id = n.name
    returning call.id`;
  await queueForFeed(
    tx,
    renamed.map(({ id }) => ({ kind: "erased", callId: Number(id) })),
    at,
  );
}

/** What may be between digits of a number: no letters and no JSON separators. */
const BETWEEN = '[^][:alnum:]"{},:[]{0,4}';
/** What the number is replaced by: in texts, and in JSON where it may be a number. */
const [BLANK, NINES] = ["(erased)", "9999999999"];

/** Erases the number from texts of members: reasons, references, and rules that name it. Other words stay. */
export async function eraseNumberInWords(tx: SqlTx, { digits }: Trace): Promise<void> {
  if (!canIdentify(digits)) return;
  const number = `[+]?${[...digits].join(BETWEEN)}`;
  const blank = (text: Prisma.Sql) => Prisma.sql`regexp_replace(${text}, ${number}, ${BLANK}, 'g')`;
  await tx.$executeRaw`
    update change_note set reason = ${blank(Prisma.sql`reason`)}
    where company_id = ${tx.company} and reason ~ ${number}`;
  await tx.$executeRaw`
    update document_note set reason = ${blank(Prisma.sql`reason`)}, reference = ${blank(Prisma.sql`reference`)}
    where company_id = ${tx.company} and (reason ~ ${number} or reference ~ ${number})`;
  await tx.$executeRaw`
    update batch set reason = ${blank(Prisma.sql`reason`)}
    where company_id = ${tx.company} and reason ~ ${number}`;
  const sets = await tx.$queryRaw<{ id: bigint }[]>`
    update rule_set set note = ${blank(Prisma.sql`note`)},
      settings = regexp_replace(settings::text, ${number}, ${NINES}, 'g')::jsonb
    where company_id = ${tx.company} and (note ~ ${number} or settings::text ~ ${number})
    returning id`;
  if (sets.length === 0) return;
  await tx.$executeRaw`
    update evaluation set steps = regexp_replace(steps::text, ${number}, ${NINES}, 'g')::jsonb
    where company_id = ${tx.company} and rule_set_id = any(${sets.map(({ id }) => id)}::bigint[])
      and steps::text ~ ${number}`;
}
