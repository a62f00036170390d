import { Prisma } from "@/lib/platform/sql/generated/client";

/** What is kept of an event: its time and result. */
export const EMPTIED_EVENT = Prisma.sql`payload = '', query = '', headers = '{}', content_type = null, problem = null,
  result = public.without_keys(result)`;

/**
 * What is kept of an item: flags, amounts, parties, and the caller hash. The answer to a rejected sender may quote its
 * words, so it is erased too.
 */
export const EMPTIED_ITEM = Prisma.sql`payload = '{"erased": true}',
  problem = case when reason <> 'refused' then problem end, conversion_update = case
  when conversion_update is not null then (select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(conversion_update)
    where key in ('buyer_converted', 'offer_converted', 'revenue', 'payout', 'buyer_id', 'traffic_source_id',
      'occurred_at', 'sought')) end`;

/** What is kept of reported facts: times, durations and our uuid. */
export const EMPTIED_FACTS = Prisma.sql`facts = facts - 'caller' - 'recordingUrl' - 'tokens' - 'transcript'`;
