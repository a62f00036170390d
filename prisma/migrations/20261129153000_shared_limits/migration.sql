-- Requests of this minute and the one before, over all servers (lib/platform/http/shared-counts.ts). Not worth a log: after a
-- crash of PostgreSQL the counts begin again.
create unlogged table request_count (
  minute bigint not null,
  key text not null check (length(key) between 1 and 200),
  requests bigint not null check (requests > 0),
  primary key (minute, key)
);

grant select, insert, update, delete on request_count to callmark_app;
