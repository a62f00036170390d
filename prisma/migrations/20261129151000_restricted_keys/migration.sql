-- A key may be read-only, and reach the calls of some buyers from some addresses only; empty lists do not restrict. A
-- token may belong to a buyer. None of this changes later, so the server may not update it. There are no foreign keys,
-- since a table of every company cannot refer to a distributed one: the verbs check the buyers, which are never deleted.
alter table api_key add column read_only boolean not null default false;
alter table api_key add column buyer_ids bigint[] not null default '{}';
alter table api_key add column addresses text[] not null default '{}';
alter table secure_token add column buyer_id bigint;

-- Whether a token of the company, not of a buyer, may update the offer side.
alter table company add column token_offer_side boolean not null default true;
grant update (token_offer_side) on company to callmark_app;
