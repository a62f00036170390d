-- Offers, buyers, traffic sources, their accounts, and the dated settings and prices a call is judged by.

create table offer (
  company_id bigint not null references company,
  id         bigint generated always as identity,
  name       text not null check (length(name) between 1 and 200),
  created_at timestamptz not null default now(),
  primary key (company_id, id)
);

create table buyer (
  company_id bigint not null references company,
  id         bigint generated always as identity,
  name       text not null check (length(name) between 1 and 200),
  created_at timestamptz not null default now(),
  primary key (company_id, id)
);
create index buyer_name on buyer (company_id, lower(name) text_pattern_ops);

create table traffic_source (
  company_id bigint not null references company,
  id         bigint generated always as identity,
  name       text not null check (length(name) between 1 and 200),
  created_at timestamptz not null default now(),
  primary key (company_id, id)
);
create index traffic_source_name on traffic_source (company_id, lower(name) text_pattern_ops);

-- One receivable per buyer, one payable per traffic source, one of every other kind per company.
create table account (
  company_id        bigint not null references company,
  id                bigint generated always as identity,
  kind              text not null check (kind in (
                      'buyer_receivable', 'traffic_source_payable', 'revenue', 'traffic_cost',
                      'cash_clearing', 'adjustments', 'bad_debt', 'opening_balances')),
  buyer_id          bigint,
  traffic_source_id bigint,
  created_at        timestamptz not null default now(),
  primary key (company_id, id),
  foreign key (company_id, buyer_id) references buyer,
  foreign key (company_id, traffic_source_id) references traffic_source,
  check ((kind = 'buyer_receivable') = (buyer_id is not null)),
  check ((kind = 'traffic_source_payable') = (traffic_source_id is not null))
);
create unique index account_of_company on account (company_id, kind) where buyer_id is null and traffic_source_id is null;
create unique index account_of_buyer on account (company_id, buyer_id) where buyer_id is not null;
create unique index account_of_traffic_source on account (company_id, traffic_source_id) where traffic_source_id is not null;

-- The conversion settings of an offer or a buyer: a new version for every edit, judged by the call's start.
create table rule_set (
  company_id          bigint not null references company,
  id                  bigint generated always as identity,
  offer_id            bigint,
  buyer_id            bigint,
  version             integer not null check (version > 0),
  valid_from          timestamptz not null,
  converts_with_buyer boolean not null default false,
  created_at          timestamptz not null default now(),
  primary key (company_id, id),
  foreign key (company_id, offer_id) references offer,
  foreign key (company_id, buyer_id) references buyer,
  check (num_nonnulls(offer_id, buyer_id) = 1),
  check (offer_id is not null or not converts_with_buyer)
);
create unique index rule_set_of_offer on rule_set (company_id, offer_id, version) where offer_id is not null;
create unique index rule_set_of_buyer on rule_set (company_id, buyer_id, version) where buyer_id is not null;
create index rule_set_in_force on rule_set (company_id, offer_id, valid_from desc) where offer_id is not null;

-- Prices (buyer side) and payouts (offer side), in minor units of the company's currency.
-- A buyer's row without an offer is the default of the buyer, an offer's row without a source that of the offer.
create table terms (
  company_id           bigint not null references company,
  id                   bigint generated always as identity,
  side                 text not null check (side in ('buyer', 'offer')),
  offer_id             bigint,
  buyer_id             bigint,
  traffic_source_id    bigint,
  valid_from           timestamptz not null,
  amount_minor         bigint check (amount_minor between 0 and 999999999999999),
  percent_basis_points integer check (percent_basis_points between 0 and 1000000),
  minimum_minor        bigint check (minimum_minor between 0 and 999999999999999),
  maximum_minor        bigint check (maximum_minor between 0 and 999999999999999),
  created_at           timestamptz not null default now(),
  primary key (company_id, id),
  foreign key (company_id, offer_id) references offer,
  foreign key (company_id, buyer_id) references buyer,
  foreign key (company_id, traffic_source_id) references traffic_source,
  check (side <> 'buyer' or (buyer_id is not null and traffic_source_id is null and amount_minor is not null)),
  check (side <> 'offer' or (offer_id is not null and buyer_id is null)),
  check (num_nonnulls(amount_minor, percent_basis_points) = 1),
  check (percent_basis_points is not null or num_nonnulls(minimum_minor, maximum_minor) = 0),
  check (minimum_minor is null or maximum_minor is null or minimum_minor <= maximum_minor)
);
create unique index price_of_buyer on terms (company_id, buyer_id, offer_id, valid_from) nulls not distinct where side = 'buyer';
create unique index payout_of_offer on terms (company_id, offer_id, traffic_source_id, valid_from) nulls not distinct where side = 'offer';

alter table offer enable row level security;
alter table offer force row level security;
create policy company_wall on offer using (company_id = public.current_company());
alter table buyer enable row level security;
alter table buyer force row level security;
create policy company_wall on buyer using (company_id = public.current_company());
alter table traffic_source enable row level security;
alter table traffic_source force row level security;
create policy company_wall on traffic_source using (company_id = public.current_company());
alter table account enable row level security;
alter table account force row level security;
create policy company_wall on account using (company_id = public.current_company());
alter table rule_set enable row level security;
alter table rule_set force row level security;
create policy company_wall on rule_set using (company_id = public.current_company());
alter table terms enable row level security;
alter table terms force row level security;
create policy company_wall on terms using (company_id = public.current_company());

grant select, insert, update on offer, buyer, traffic_source to callmark_app;
grant select, insert on account, rule_set, terms to callmark_app;
