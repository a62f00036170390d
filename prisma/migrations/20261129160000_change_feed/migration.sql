-- The change feed: everything that other systems have to hear of a company's calls, in an order that never changes. What a
-- transaction changed waits in `feed_queue` until it is committed; then it is numbered, one batch of the company after
-- the other under the lock of `feed_head`. So a number is never followed by a lower one, however late something is
-- committed, and no conversion waits for a number.

-- `epoch` tells cursors of this feed from those of one that a restored backup replaced.
create table feed_head (
  company_id bigint primary key references company,
  number     bigint not null default 0,
  epoch      uuid not null default gen_random_uuid()
);

-- In the order of the key the changes of a call follow each other. `key` is drawn for each statement that adds rows.
create table feed_queue (
  company_id bigint not null,
  version    integer not null check (version >= 0),
  call_id    bigint not null,
  kind       text not null check (kind in ('created', 'changed', 'updated', 'erased')),
  key        uuid not null,
  changed_at timestamptz not null,
  primary key (company_id, version, call_id, kind, key)
);

-- `version` is that of `call_change`; 0 if the conversion did not change.
create table feed (
  company_id bigint not null,
  number     bigint not null check (number > 0),
  call_id    bigint not null,
  version    integer not null,
  kind       text not null,
  changed_at timestamptz not null,
  primary key (company_id, number)
);

-- Calls and changes from before.
alter table call no force row level security;
alter table call_change no force row level security;
insert into feed (company_id, number, call_id, version, kind, changed_at)
select e.company_id, row_number() over (partition by e.company_id order by e.changed_at, e.version, e.call_id), e.call_id,
  e.version, e.kind, e.changed_at
from (
  select company_id, call_id, version, kind,
    max(changed_at) over (partition by company_id, call_id order by version) as changed_at
  from (
    select company_id, id as call_id, 0 as version, 'created' as kind, created_at as changed_at from call
    union all
    select company_id, call_id, version, 'changed', changed_at from call_change
  ) logged
) e;
alter table call force row level security;
alter table call_change force row level security;
insert into feed_head (company_id, number)
select c.id, coalesce(f.number, 0)
from company c left join (select company_id, max(number) as number from feed group by company_id) f on f.company_id = c.id;

create trigger feed_append_only before update or delete on feed
  for each row execute function public.refuse_rewrite();
create trigger feed_never_truncated before truncate on feed
  for each statement execute function public.refuse_rewrite();

alter table feed_head alter column company_id set statistics 0;
alter table feed_queue alter column company_id set statistics 0;
alter table feed alter column company_id set statistics 0;

alter table feed_head enable row level security;
alter table feed_head force row level security;
create policy company_wall on feed_head using (company_id = public.current_company());
alter table feed_queue enable row level security;
alter table feed_queue force row level security;
create policy company_wall on feed_queue using (company_id = public.current_company());
alter table feed enable row level security;
alter table feed force row level security;
create policy company_wall on feed using (company_id = public.current_company());

grant select, insert on feed_head to callmark_app;
grant update (number) on feed_head to callmark_app;
grant select, insert, delete on feed_queue to callmark_app;
grant select, insert on feed to callmark_app;

-- For the owner, once the database was put back to an earlier state: cursors from after that state start again.
create function public.renew_feeds() returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  alter table public.feed_head no force row level security;
  update public.feed_head set epoch = gen_random_uuid();
  alter table public.feed_head force row level security;
end
$$;
revoke execute on function public.renew_feeds() from public;
