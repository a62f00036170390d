import { Prisma } from "@/lib/platform/sql/generated/client";
import type { Tx } from "@/lib/platform/sql/in-company";
import type { EntryFilter } from "../domain/entry-filter";
import { isOfCalls } from "../domain/entry-kinds";
import { daysOfEntries } from "./days-of-entries";
import { beginningOfDay, below, type EntryPosition, NEWEST_FIRST } from "./entry-position";
import { type AccountEntryView, viewsOf } from "./entry-views";

export type EntryPage = {
  readonly accountId: number;
  readonly filter: EntryFilter;
  /** Entries of later rollups are left out. */
  readonly through: number;
  readonly after: EntryPosition | null;
  readonly limit: number;
};

export type EntriesRead = {
  readonly entries: readonly AccountEntryView[];
  /** Where to continue; null at the end. */
  readonly next: EntryPosition | null;
};

/** Entries of an account, newest first. A page costs the same for every account size and filter. */
export async function readAccountEntries(tx: Tx, page: EntryPage): Promise<EntriesRead> {
  const { kind, offerId, callId } = page.filter;
  if (callId !== null) return pageOf(page, await viewsOf(tx, ofCall(tx, page, callId)));
  if (kind !== null && !isOfCalls(kind)) return pageOf(page, await viewsOf(tx, ofDocuments(tx, page)));
  if (kind === null && offerId === null) return pageOf(page, await viewsOf(tx, ofAccount(tx, page)));
  return readByDays(tx, page);
}

async function readByDays(tx: Tx, page: EntryPage): Promise<EntriesRead> {
  const { accountId, filter, after, limit } = page;
  const { days, more } = await daysOfEntries(tx, accountId, filter, after, limit + 1);
  const last = days.at(-1);
  if (last === undefined) return { entries: [], next: null };
  const read = pageOf(page, await viewsOf(tx, ofDays(tx, page, days)));
  return read.next === null && more ? { ...read, next: beginningOfDay(last) } : read;
}

/** Reads one more row than a page to know whether there is another. */
function pageOf({ limit }: EntryPage, views: readonly AccountEntryView[]): EntriesRead {
  const entries = views.slice(0, limit);
  return { entries, next: views.length > limit ? (entries.at(-1)?.position ?? null) : null };
}

function ofAccount(tx: Tx, { accountId, filter, through, after, limit }: EntryPage): Prisma.Sql {
  return Prisma.sql`
    select e.* from entry e
    where e.company_id = ${tx.company} and e.party_account_id = ${accountId}::bigint ${within(filter)}
      and e.rollup_number <= ${through}::bigint ${below(after)}
    order by ${NEWEST_FIRST} limit ${limit + 1}`;
}

function ofCall(tx: Tx, { accountId, filter, through, after, limit }: EntryPage, callId: number): Prisma.Sql {
  return Prisma.sql`
    select e.* from (
      select * from entry where entry.company_id = ${tx.company} and entry.source = 'call' and entry.number = ${callId}::bigint
      offset 0
    ) e
    where e.party_account_id = ${accountId}::bigint ${within(filter)} ${ofKind(filter)} ${ofOffer(tx, filter)}
      and e.rollup_number <= ${through}::bigint ${below(after)}
    order by ${NEWEST_FIRST} limit ${limit + 1}`;
}

/** Starts from documents, which are few compared to calls. */
function ofDocuments(tx: Tx, { accountId, filter, through, after, limit }: EntryPage): Prisma.Sql {
  return Prisma.sql`
    select e.* from document d
    cross join lateral (
      select * from entry where entry.company_id = ${tx.company} and entry.source = 'document' and entry.number = d.number
        and entry.version = d.revision offset 0
    ) e
    where d.company_id = ${tx.company} and d.party_account_id = ${accountId}::bigint and d.kind = ${filter.kind}
      and ${filter.offerId}::bigint is null ${within(filter)} and e.rollup_number <= ${through}::bigint ${below(after)}
    order by ${NEWEST_FIRST} limit ${limit + 1}`;
}

/** Reads day by day along the index, no further than the page needs. */
function ofDays(tx: Tx, { accountId, filter, through, after, limit }: EntryPage, days: readonly string[]): Prisma.Sql {
  return Prisma.sql`
    select e.* from unnest(${[...days]}::date[]) as walked(day)
    cross join lateral (
      select e.* from entry e
      where e.company_id = ${tx.company} and e.party_account_id = ${accountId}::bigint and e.booked_on = walked.day
        and e.rollup_number <= ${through}::bigint ${ofKind(filter)} ${ofOffer(tx, filter)} ${below(after)}
      order by e.rollup_number desc, e.number desc, e.version desc, e.kind collate "C" desc limit ${limit + 1}
    ) e
    order by ${NEWEST_FIRST} limit ${limit + 1}`;
}

function within({ from, to }: EntryFilter): Prisma.Sql {
  const since = from === null ? Prisma.empty : Prisma.sql`and e.booked_on >= ${from}::date`;
  const until = to === null ? Prisma.empty : Prisma.sql`and e.booked_on <= ${to}::date`;
  return Prisma.sql`${since} ${until}`;
}

function ofKind({ kind }: EntryFilter): Prisma.Sql {
  return kind === null ? Prisma.empty : Prisma.sql`and e.kind = ${kind}`;
}

function ofOffer(tx: Tx, { offerId }: EntryFilter): Prisma.Sql {
  if (offerId === null) return Prisma.empty;
  return Prisma.sql`and e.source = 'call' and (
    select c.offer_id from call c where c.company_id = ${tx.company} and c.id = e.number
  ) = ${offerId}::bigint`;
}
