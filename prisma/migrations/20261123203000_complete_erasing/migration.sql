-- A person's number is erased from wherever it may stand, also from what names it later and means no call.

-- The keyed hash of the digits by which an erased number is known again, however it is written.
alter table erasure add column digits_hash bytea check (length(digits_hash) = 32);
create index erasure_of_digits on erasure (company_id, digits_hash) where digits_hash is not null;

-- What was told stays; by which names of its maker it was told goes.
create function public.without_keys(result jsonb) returns jsonb
language sql immutable parallel safe as $$
  select coalesce(jsonb_agg(
    case when told ? 'call_key' then told || '{"call_key": "erased", "event_key": "erased", "problem": null}' else told end
    order by place), '[]')
  from jsonb_array_elements(result) with ordinality as r(told, place)
$$;

grant update (event_id) on stated_event to callmark_app;
grant update (settings, note) on rule_set to callmark_app;
grant update (content_type, result) on webhook_event to callmark_app;
grant update (call_key, event_key) on reported_fact to callmark_app;

-- Of the same party on the same day: where a document that is recorded again is looked for.
create index document_of_day on document (company_id, party_account_id, dated);
