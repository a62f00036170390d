-- What needs a person: statements against a lock, refused posts of authenticated callers.
create table inbox (
  company_id  bigint not null references company,
  id          bigint generated always as identity,
  received_at timestamptz not null,
  reason      text not null,
  call_id     bigint,
  side        text check (side in ('buyer', 'offer')),
  mechanism   text not null,
  actor_type  text not null,
  actor_id    bigint,
  -- What arrived, word for word, without credentials. Erasable.
  payload     jsonb not null,
  problem     text,
  settled_at  timestamptz,
  primary key (company_id, id),
  foreign key (company_id, call_id) references call
);
create index inbox_open on inbox (company_id, received_at desc) where settled_at is null;

alter table inbox enable row level security;
alter table inbox force row level security;
create policy company_wall on inbox using (company_id = public.current_company());

grant select, insert, update, delete on inbox to callmark_app;
