-- Companies: who they are by register, their yearly figures and owners, the aid and services they got. An organisation stays one
-- row of `organisations`; what only companies have stands beside it.

create domain percent_hundredths as int check (value between 0 and 10000);

-- ── What companies are ────────────────────────────────────────────────────────────────────────────────────────────

create table company_profiles (
  -- The organisation's own.
  id uuid primary key references organisations,
  legal_form text,
  sectors text[] not null default '{}',
  themes text[] not null default '{}',
  languages text[] not null default '{}',
  export_experience text check (export_experience in ('none', 'occasional', 'regular')),
  exports_since partial_date,
  export_share percent_hundredths,
  -- The last day of its fiscal year.
  fiscal_year_end text not null default '12-31' check (fiscal_year_end ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$'),
  aid_sector text not null default 'general' check (aid_sector in ('general', 'road_freight')),
  -- Whose ceiling its aid counts towards; its country unless another.
  member_state text check (member_state ~ '^[A-Z]{2}$'),
  sample boolean not null default false
);

create index on company_profiles (member_state) where member_state is not null;
create index on company_profiles (aid_sector) where aid_sector <> 'general';
create index on company_profiles (fiscal_year_end) where fiscal_year_end <> '12-31';

create table registration_numbers (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  position int not null,
  scheme text not null check (scheme in ('siren', 'siret', 'vat', 'pic', 'other')),
  -- Without blanks and marks.
  value text not null check (value <> ''),
  note text,
  sample boolean not null default false,
  constraint number_once unique (organisation_id, scheme, value) deferrable initially deferred
);
create index registration_numbers_by_value on registration_numbers (value);

create table company_addresses (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  position int not null,
  kind text not null check (kind in ('registered', 'postal', 'site')),
  lines text,
  postcode text,
  town text,
  region text,
  country text check (country ~ '^[A-Z]{2}$'),
  from_date partial_date,
  to_date partial_date,
  sample boolean not null default false,
  constraint address_period check (partial_first(from_date) <= partial_last(to_date))
);
create index on company_addresses (organisation_id);

create table company_markets (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  position int not null,
  market_id uuid not null references markets,
  readiness text not null check (readiness in ('interested', 'preparing', 'ready', 'active')),
  products text,
  interests text,
  sample boolean not null default false,
  constraint company_market_once unique (organisation_id, market_id) deferrable initially deferred
);
create index on company_markets (market_id);

-- Papers that a company has signed: of its SME status, of de minimis aid that it got elsewhere.
create table company_declarations (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  position int not null,
  kind text not null check (kind in ('sme', 'de_minimis')),
  signed_on date not null,
  signatory text,
  note text,
  sample boolean not null default false
);
create index on company_declarations (organisation_id);

-- ── Figures and owners ────────────────────────────────────────────────────────────────────────────────────────────

create table accounts (
  id uuid primary key,
  version int not null default 1,
  organisation_id uuid not null references organisations,
  closed_on date not null,
  basis text not null check (basis in ('audited', 'approved', 'estimated')),
  consolidated boolean not null default false,
  -- Annual work units in hundredths.
  headcount int check (headcount >= 0),
  turnover_minor bigint check (turnover_minor >= 0),
  balance_sheet_minor bigint check (balance_sheet_minor >= 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- How much of the currency a euro is worth.
  rate text check (rate ~ '^\d{1,9}(\.\d{1,8})?$'),
  rate_on date,
  rate_source text,
  note text,
  sample boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint accounts_once unique (organisation_id, closed_on, consolidated, basis) deferrable initially deferred
);

create table ownership (
  id uuid primary key,
  version int not null default 1,
  holder_id uuid references organisations,
  holder_person_id uuid references people,
  held_id uuid not null references organisations,
  holder_type text not null check (holder_type in ('enterprise', 'person', 'public_body', 'public_investment_corporation',
    'venture_capital', 'business_angel', 'university', 'research_centre', 'institutional_investor', 'regional_fund', 'local_authority')),
  capital percent_hundredths,
  voting percent_hundredths,
  appoints_board boolean not null default false,
  dominant_influence boolean not null default false,
  votes_by_agreement boolean not null default false,
  same_market boolean,
  -- Euro cents.
  invested bigint check (invested >= 0),
  budget bigint check (budget >= 0),
  inhabitants int check (inhabitants >= 0),
  from_date partial_date,
  to_date partial_date,
  note text,
  sample boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint held_by_one check ((holder_id is null) <> (holder_person_id is null)),
  constraint held_by_another check (holder_id <> held_id),
  constraint person_holds_as_one check (holder_person_id is null or holder_type in ('person', 'business_angel')),
  constraint ownership_period check (partial_first(from_date) <= partial_last(to_date))
);
create index on ownership (holder_id);
create index on ownership (holder_person_id);
create index on ownership (held_id);

-- ── Services and aid ──────────────────────────────────────────────────────────────────────────────────────────────

create table services (
  id uuid primary key,
  version int not null default 1,
  organisation_id uuid not null references organisations,
  kind text not null check (kind in ('expert_visit', 'coaching', 'incubator_stay', 'action_plan', 'training', 'study', 'other')),
  title text not null check (title <> ''),
  -- Who gave it, for which cluster, towards which market.
  provider_id uuid references organisations,
  cluster_id uuid references organisations,
  market_id uuid references markets,
  starts partial_date,
  ends partial_date,
  value_minor bigint check (value_minor >= 0),
  value_currency text check (value_currency ~ '^[A-Z]{3}$'),
  note text,
  sample boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint service_value_whole check ((value_minor is null) = (value_currency is null)),
  constraint service_period check (partial_first(starts) <= partial_last(ends))
);
create index on services (organisation_id);
create index on services (provider_id);
create index on services (cluster_id);
create index on services (market_id);

create table aid (
  id uuid primary key,
  version int not null default 1,
  organisation_id uuid not null references organisations,
  -- "awarded": by us, and so never past the ceiling; "declared": by others, told by the company.
  origin text not null check (origin in ('awarded', 'declared')),
  granted_on date not null,
  member_state text not null check (member_state ~ '^[A-Z]{2}$'),
  basis text not null check (basis in ('de_minimis', 'gber_fairs', 'gber_other', 'direct_eu', 'no_aid', 'other')),
  regulation text,
  -- Gross grant equivalent as granted, and in euro cents.
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  rate text check (rate ~ '^\d{1,9}(\.\d{1,8})?$'),
  euros bigint not null check (euros > 0),
  -- What it was for, and of what costs (for intensities).
  purpose text not null check (purpose in ('trade_fair', 'mission', 'travel', 'consultancy', 'coaching', 'incubator', 'training',
    'study', 'distribution_network', 'export_quantities', 'other')),
  eligible_costs_minor bigint check (eligible_costs_minor > 0),
  instrument text not null check (instrument in ('grant', 'in_kind', 'loan', 'guarantee', 'other')),
  sector text,
  granter_id uuid references organisations,
  granter_name text,
  reference text,
  participation_id uuid references participations,
  service_id uuid references services,
  expense_id uuid references expenses,
  -- Why it was awarded in spite of what was warned of, and of what.
  reason text,
  warnings text[] not null default '{}',
  note text,
  sample boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index on aid (organisation_id);
create index aid_by_day on aid (granted_on, id);
create index on aid (granter_id);
create index on aid (participation_id);
create index on aid (service_id);
create index on aid (expense_id);

-- ── What is kept ready ────────────────────────────────────────────────────────────────────────────────────────────

-- The SME status of every company that has figures or owners, from day to day, and the undertaking that it is part of (named by
-- one of its members). Worked out by src/domain/sme; a company without a row has unknown status and is its own undertaking.
create table sme_periods (
  organisation_id uuid not null references organisations on delete cascade,
  from_date date not null,
  to_date date not null,
  status text not null,
  confirmed boolean not null,
  undertaking_id uuid not null,
  -- A living company, as lists show them: they are counted here.
  listed boolean not null,
  primary key (organisation_id, from_date)
);
create index sme_periods_by_status on sme_periods (status, from_date, to_date) where listed;
create index sme_periods_by_undertaking on sme_periods (undertaking_id) where undertaking_id <> organisation_id;

-- Since when a living company has been served, and how it took part last: by us, by being there, or by aid.
create table company_standing (
  organisation_id uuid primary key references organisations on delete cascade,
  served_on date,
  participations int not null
);
create index company_standing_served on company_standing (served_on, organisation_id);

create view company_standing_wanted as
  select o.id as organisation_id, s.served_on, coalesce(p.participations, 0)::int as participations
  from organisations o
  cross join lateral (
    select min(day) as served_on from (
      select t.since as day from participations x join participation_states t on t.participation_id = x.id
        where x.organisation_id = o.id and x.deleted_at is null and t.state = 'attended'
      union all select coalesce(partial_first(v.starts), partial_first(v.ends), v.created_at::date) from services v where v.organisation_id = o.id
      union all select a.granted_on from aid a where a.organisation_id = o.id and a.origin = 'awarded'
    ) days
  ) s
  cross join lateral (
    select count(*) as participations from participations x where x.organisation_id = o.id and x.deleted_at is null
  ) p
  where 'company' = any (o.kinds) and o.deleted_at is null and (s.served_on is not null or p.participations > 0);

create function refresh_company_standing(of_organisation uuid) returns void
  language plpgsql
as $$
declare
  wanted company_standing%rowtype;
begin
  if of_organisation is null then return; end if;
  select * into wanted from company_standing_wanted w where w.organisation_id = of_organisation;
  if not found then
    delete from company_standing h where h.organisation_id = of_organisation;
    return;
  end if;
  insert into company_standing as held values (wanted.*)
  on conflict (organisation_id) do update set served_on = excluded.served_on, participations = excluded.participations
    where held is distinct from excluded;
end
$$;

create function refresh_company_standing_of_row() returns trigger
  language plpgsql
as $$
begin
  if current_setting('corridor.bulk', true) = 'on' then return null; end if;
  if tg_table_name = 'participation_states' then
    perform refresh_company_standing(p.organisation_id) from participations p
      where p.id in (case when tg_op <> 'DELETE' then new.participation_id end, case when tg_op <> 'INSERT' then old.participation_id end);
  elsif tg_table_name = 'organisations' then
    perform refresh_company_standing(new.id);
  else
    if tg_op <> 'INSERT' then perform refresh_company_standing(old.organisation_id); end if;
    if tg_op <> 'DELETE' and (tg_op = 'INSERT' or new.organisation_id <> old.organisation_id) then
      perform refresh_company_standing(new.organisation_id);
    end if;
  end if;
  return null;
end
$$;

create trigger company_standing after update of kinds, deleted_at on organisations for each row
  when (old.kinds <> new.kinds or (old.deleted_at is null) <> (new.deleted_at is null)) execute function refresh_company_standing_of_row();
create trigger company_standing after insert or update or delete on participations for each row execute function refresh_company_standing_of_row();
create trigger company_standing after insert or update or delete on participation_states for each row execute function refresh_company_standing_of_row();
create trigger company_standing after insert or update or delete on services for each row execute function refresh_company_standing_of_row();
create trigger company_standing after insert or update or delete on aid for each row execute function refresh_company_standing_of_row();

create function refresh_all_company_standing() returns void
  language sql
as $$
  delete from company_standing;
  insert into company_standing
  select o.id, min(x.day), coalesce(max(x.participations), 0)::int
  from organisations o
  join (
    select p.organisation_id, null::date as day, count(*) as participations from participations p where p.deleted_at is null group by 1
    union all
    select p.organisation_id, t.since, null from participations p join participation_states t on t.participation_id = p.id
      where p.deleted_at is null and t.state = 'attended'
    union all select v.organisation_id, coalesce(partial_first(v.starts), partial_first(v.ends), v.created_at::date), null from services v
    union all select a.organisation_id, a.granted_on, null from aid a where a.origin = 'awarded'
  ) x on x.organisation_id = o.id
  where 'company' = any (o.kinds) and o.deleted_at is null
  group by o.id;
$$;

-- Whom the status of organisations may depend on, and who may depend on them: all that holdings join, but not beyond investors,
-- public bodies and persons that don't control what they hold.
create function owners_around(wanted uuid[]) returns table (id uuid)
  language sql stable
as $$
  with recursive reached (id, ends) as (
    select w, false from unnest(wanted) w
    union
    select e.other, e.ends
    from reached r
    cross join lateral (
      select coalesce(o.holder_id, o.holder_person_id) as other,
        o.holder_type <> 'enterprise' and not (coalesce(o.voting, o.capital, 0) > 5000 or o.appoints_board or o.dominant_influence or o.votes_by_agreement) as ends
      from ownership o where o.held_id = r.id
      union all select o.held_id, false from ownership o where o.holder_id = r.id
      union all select o.held_id, false from ownership o where o.holder_person_id = r.id
    ) e
    where not r.ends
  )
  select distinct reached.id from reached
$$;

-- ── Found by their numbers ────────────────────────────────────────────────────────────────────────────────────────

alter view searchable rename to searchable_records;
create view searchable as
  select s.noun, s.record_id, s.title, s.subtitle,
    concat_ws(' ', s.text, case when s.noun = 'organisations' then
      (select string_agg(n.value, ' ' order by n.position) from registration_numbers n where n.organisation_id = s.record_id) end) as text,
    s.sort_title, s.is_cluster
  from searchable_records s;

create or replace view search_entries_wanted as
  select noun, record_id, title, nullif(subtitle, '') as subtitle, words_of(text) as text,
    words_of(title) as title_words, sorted_as(sort_title) as sort_title, is_cluster
  from searchable;

create trigger searched after insert or update or delete on registration_numbers for each row
  execute function refresh_search_of_row('organisations', 'organisation_id');

-- ── Triggers, by table ────────────────────────────────────────────────────────────────────────────────────────────

do $$
declare
  entry record;
begin
  for entry in select * from (values
    -- table, column of the organisation it is part of, has updated_at
    ('company_profiles', 'id', null),
    ('registration_numbers', 'organisation_id', null),
    ('company_addresses', 'organisation_id', null),
    ('company_markets', 'organisation_id', null),
    ('company_declarations', 'organisation_id', null),
    ('accounts', 'organisation_id', true),
    ('ownership', 'held_id', true),
    ('services', 'organisation_id', true),
    ('aid', 'organisation_id', true)
  ) as t (name, root, dated)
  loop
    execute format('create trigger noted after insert or update or delete on %I for each row execute function note_change(''organisations'', %L)', entry.name, entry.root);
    if entry.dated is not null then
      execute format('create trigger counted before update on %I for each row execute function count_version()', entry.name);
    end if;
    execute format('create trigger sampled before insert on %I for each row when (current_setting(''corridor.sample'', true) = ''on'') execute function mark_sample()', entry.name);
  end loop;
end
$$;

-- Makes all that is derived from the records anew; for who has written with corridor.bulk = 'on'. What needs more than SQL
-- (sme_periods) its writer makes.
alter function refresh_all_search() rename to refresh_all_records;
create function refresh_all_search() returns void
  language sql
as $$
  select refresh_all_records();
  select refresh_all_company_standing();
$$;

select refresh_all_company_standing();
