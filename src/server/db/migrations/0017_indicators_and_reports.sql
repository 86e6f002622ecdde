-- Indicators: what is counted by which rule, and what is to be reached. Reports: what is told to whom, and each time that it was.

alter domain record_noun drop constraint record_noun_check;
alter domain record_noun add constraint record_noun_check check (value in (
  'organisations', 'people', 'alliances', 'markets', 'agreements', 'missions', 'participations', 'meetings', 'grants', 'expenses',
  'indicators', 'reports'));

create table indicators (
  id uuid primary key,
  version int not null default 1,
  title text not null check (title <> ''),
  title_fr text check (title_fr <> ''),
  definition text,
  definition_fr text,
  vocabulary text not null check (vocabulary in ('ec', 'dge', 'region', 'own')),
  -- Whose indicator it is, and so what is looked at; who asks for it.
  alliance_id uuid references alliances,
  cluster_id uuid references organisations,
  grant_id uuid references grants,
  funder_id uuid references organisations,
  -- The rule: see src/domain/indicators.ts.
  measure text not null check (measure ~ '^[a-z][a-z_]{1,39}$'),
  market_id uuid references markets,
  kinds text[] not null default '{}',
  through text[] not null default '{}',
  starts partial_date,
  ends partial_date,
  -- A number, or minor units of the currency.
  target bigint check (target > 0),
  currency currency_code,
  sample boolean not null default false,
  deleted_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint indicator_period check (partial_first(starts) <= partial_last(ends))
);
create index on indicators (alliance_id);
create index on indicators (cluster_id);
create index on indicators (grant_id);
create index on indicators (funder_id);
create index on indicators (market_id);
create index indicators_by_title on indicators (sorted_as(title), id) where deleted_at is null;

create table reports (
  id uuid primary key,
  version int not null default 1,
  title text not null check (title <> ''),
  kind text not null check (kind in ('grant', 'alliance', 'cluster', 'market', 'mission', 'company')),
  -- What it is about: the one that its kind names.
  grant_id uuid references grants,
  alliance_id uuid references alliances,
  organisation_id uuid references organisations,
  market_id uuid references markets,
  mission_id uuid references missions,
  language text not null check (language in ('en', 'fr')),
  starts date,
  ends date,
  sample boolean not null default false,
  deleted_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint report_period check (starts <= ends),
  constraint report_about_one check (
    num_nonnulls(grant_id, alliance_id, organisation_id, market_id, mission_id) = 1
    and case kind when 'grant' then grant_id when 'alliance' then alliance_id when 'market' then market_id when 'mission' then mission_id
      else organisation_id end is not null)
);
create index on reports (grant_id);
create index on reports (alliance_id);
create index on reports (organisation_id);
create index on reports (market_id);
create index on reports (mission_id);
create index reports_by_title on reports (sorted_as(title), id) where deleted_at is null;

-- A report as it was told: its figures, and every record behind them with the version it had. Never changed.
create table report_runs (
  id uuid primary key,
  report_id uuid not null references reports,
  -- Counts the runs of a report.
  position int not null,
  as_of date not null,
  starts date,
  ends date,
  language text not null check (language in ('en', 'fr')),
  at timestamptz not null,
  by_id uuid references people,
  -- The newest change that it knew of.
  seen bigint not null,
  subject text not null,
  figures jsonb not null check (jsonb_typeof(figures) = 'array'),
  records jsonb not null check (jsonb_typeof(records) = 'array'),
  sample boolean not null default false,
  constraint report_run_in_turn unique (report_id, position) deferrable initially deferred
);
create index on report_runs (by_id);

-- ── Titles and search ─────────────────────────────────────────────────────────────────────────────────────────────

-- What records were called before, and the two nouns more.
alter function record_title(text, uuid) rename to record_title_of_others;
create function record_title(of_noun text, of_id uuid) returns text
  language sql stable
as $$
  select case of_noun
    when 'indicators' then (select title from indicators where id = of_id)
    when 'reports' then (select title from reports where id = of_id)
    else record_title_of_others(of_noun, of_id)
  end
$$;

do $$
begin
  execute 'create or replace view searchable as ' || rtrim(pg_get_viewdef('searchable'::regclass), E';\n ') || $view$
    union all
    select 'indicators', i.id, i.title, null, concat_ws(' ', i.title, in_one_word(i.title), i.title_fr), i.title, false
    from indicators i where i.deleted_at is null
    union all
    select 'reports', r.id, r.title, null, concat_ws(' ', r.title, in_one_word(r.title)), r.title, false
    from reports r where r.deleted_at is null$view$;
end
$$;

-- ── Triggers, by table ────────────────────────────────────────────────────────────────────────────────────────────

do $$
declare
  entry record;
begin
  for entry in select * from (values
    -- table, noun of the root, its column, has a version and is searched
    ('indicators', 'indicators', 'id', true),
    ('reports', 'reports', 'id', true),
    ('report_runs', 'reports', 'report_id', false)
  ) as t (name, noun, root, whole)
  loop
    execute format('create trigger noted after insert or update or delete on %I for each row execute function note_change(%L, %L)', entry.name, entry.noun, entry.root);
    execute format('create trigger sampled before insert on %I for each row when (current_setting(''corridor.sample'', true) = ''on'') execute function mark_sample()', entry.name);
    if entry.whole then
      execute format('create trigger counted before update on %I for each row execute function count_version()', entry.name);
      execute format('create trigger searched after insert or update or delete on %I for each row execute function refresh_search_of_row(%L, %L)', entry.name, entry.noun, entry.root);
    end if;
  end loop;
end
$$;
