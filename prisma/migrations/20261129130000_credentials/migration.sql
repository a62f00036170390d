-- Keys are rotated with an overlap, and keys and tokens tell when they were last used.
alter table api_key add column last_used_at timestamptz;
alter table api_key add column previous_secret_hash bytea;
alter table api_key add column previous_valid_until timestamptz;
create unique index api_key_previous_secret_hash_key on api_key (previous_secret_hash);
alter table secure_token add column last_used_at timestamptz;
grant update (secret_hash, previous_secret_hash, previous_valid_until, last_used_at) on api_key to callmark_app;
grant update (last_used_at) on secure_token to callmark_app;
