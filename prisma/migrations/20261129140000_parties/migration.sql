-- An archived party stays on everything it was part of, and is no longer offered for anything new.
alter table offer add column archived_at timestamptz;
alter table buyer add column archived_at timestamptz;
alter table traffic_source add column archived_at timestamptz;

revoke update on offer, buyer, traffic_source from callmark_app;
grant update (name, archived_at) on offer, buyer, traffic_source to callmark_app;

-- The calls of one offer, newest first, as those of a buyer and of a traffic source.
create index call_of_offer on call (company_id, offer_id, started_at);
