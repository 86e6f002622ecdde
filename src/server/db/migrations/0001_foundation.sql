-- The workspace of clusters, alliances, markets and agreements, with its audit, search and idempotency.
-- Shared by PostgreSQL 15+ and PGlite. Child tables point at their root record; `changes` notes every row change.

create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gist;

-- ── Text and dates ────────────────────────────────────────────────────────────────────────────────────────────────

-- Text as searched and sorted: no case, no accents; full-width letters and half-width kana as the usual ones.
-- PL/pgSQL, because the planner can't see through an immutable function over a stable one, and calls SQL at twice the cost.
create function folded(value text) returns text
  language plpgsql immutable strict parallel safe
as $$
begin
  -- Nothing but ASCII: the most frequent case, and three times as fast.
  if octet_length(value) = length(value) then return lower(value); end if;
  return lower(public.unaccent('public.unaccent'::regdictionary, normalize(value, nfkc)));
end
$$;

-- Text as lists sort it: as much as an index and a page's cursor can always hold.
create function sorted_as(value text) returns text
  language plpgsql immutable strict parallel safe
as $$
begin
  return left(public.folded(value), 200);
end
$$;

-- Text as its folded words, each after one space. What is not ASCII punctuation or the like is a letter, whatever the
-- database's locale thinks of it.
create function words_of(value text) returns text
  language plpgsql immutable strict parallel safe
as $$
begin
  return rtrim(' ' || regexp_replace(
    folded(value), '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u3000-\u303f]+', ' ', 'g'));
end
$$;

-- Several words in one, null where there is but one: "Lyon Biopôle" is found by "lyonbiopole".
create function in_one_word(value text) returns text
  language sql immutable strict parallel safe
  return case when words_of(value) like ' % %' then replace(words_of(value), ' ', '') end;

-- ISO 8601 dates of reduced precision: 2008, 2008-06 or 2008-06-30. Neither strict nor by a cast to date, which would
-- keep the planner from seeing through them: that made them ten times as slow.
create function partial_first(value text) returns date
  language sql immutable parallel safe
  return case length(value)
    when 4 then make_date(value::int, 1, 1)
    when 7 then make_date(left(value, 4)::int, right(value, 2)::int, 1)
    else make_date(left(value, 4)::int, substr(value, 6, 2)::int, right(value, 2)::int)
  end;

create function partial_last(value text) returns date
  language sql immutable parallel safe
  return case length(value)
    when 4 then make_date(value::int, 12, 31)
    when 7 then (make_date(left(value, 4)::int, right(value, 2)::int, 1) + interval '1 month')::date - 1
    else make_date(left(value, 4)::int, substr(value, 6, 2)::int, right(value, 2)::int)
  end;

-- True where a period that may lack either end holds the day: the SQL twin of `periodHolds` in src/domain/partial-date.ts.
create function period_holds(from_date text, to_date text, day date) returns boolean
  language sql immutable parallel safe
  return coalesce(partial_first(from_date) <= day, true) and coalesce(day <= partial_last(to_date), true);

create domain partial_date as text
  check (value is null or (value ~ '^\d{4}(-\d{2}(-\d{2})?)?$' and partial_first(value) is not null));

-- The nouns whose records carry notes, tasks, documents, citations and statements.
create domain record_noun as text
  check (value in ('organisations', 'people', 'alliances', 'markets', 'agreements'));

-- ISO 639.
create domain language_code as text check (value ~ '^[a-z]{2,3}$');

-- An address that a page may link to: never "javascript:" and the like, whatever file it came from.
create domain web_url as text check (value ~* '^https?://');

-- ── The workspace ─────────────────────────────────────────────────────────────────────────────────────────────────

create table workspace (
  id uuid primary key default '00000000-0000-4000-8000-000000000001' check (id = '00000000-0000-4000-8000-000000000001'),
  version int not null default 1,
  name text not null,
  as_of date,
  home_currency text not null default 'EUR' check (home_currency ~ '^[A-Z]{3}$'),
  language text not null default 'en',
  origin text not null default 'empty' check (origin in ('demo', 'empty', 'import')),
  updated_at timestamptz not null default now()
);

-- ── Organisations and people ──────────────────────────────────────────────────────────────────────────────────────

create table organisations (
  id uuid primary key,
  version int not null default 1,
  name text not null check (name <> ''),
  kinds text[] not null check (cardinality(kinds) > 0 and kinds <@ array[
    'cluster', 'company', 'public_body', 'chamber', 'research', 'funder', 'partner', 'development_agency', 'association',
    'other']),
  focus text,
  country text check (country ~ '^[A-Z]{2}$'),
  region text,
  town text,
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  founded partial_date,
  colour text check (colour ~ '^#[0-9a-f]{6}$'),
  sample boolean not null default false,
  deleted_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index organisations_name_place on organisations (folded(name), coalesce(country, ''), folded(coalesce(town, '')))
  where deleted_at is null;
create index organisations_by_name on organisations (sorted_as(name), id) where deleted_at is null;
create index organisations_by_country on organisations ((coalesce(country, 'ZZ') || ' ' || sorted_as(name)), id) where deleted_at is null;
create index organisations_of_country on organisations (country) where deleted_at is null;
create index organisations_by_update on organisations (updated_at, id) where deleted_at is null;
create index organisations_kinds on organisations using gin (kinds) with (fastupdate = off) where deleted_at is null;

create table organisation_names (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  position int not null,
  name text not null check (name <> ''),
  kind text not null check (kind in ('alias', 'acronym', 'former', 'translation')),
  from_date partial_date,
  to_date partial_date,
  constraint name_period check (partial_first(from_date) <= partial_last(to_date))
);
create index on organisation_names (organisation_id);

create table organisation_websites (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  position int not null,
  url web_url not null,
  from_date partial_date,
  to_date partial_date,
  constraint website_period check (partial_first(from_date) <= partial_last(to_date))
);
create index on organisation_websites (organisation_id);

create table affiliations (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  position int not null,
  to_id uuid not null references organisations,
  role text not null check (role in ('member', 'founder', 'manager', 'line_leader', 'majority_owner', 'user')),
  detail text,
  from_date partial_date,
  to_date partial_date,
  constraint affiliation_to_other check (to_id <> organisation_id),
  constraint affiliation_period check (partial_first(from_date) <= partial_last(to_date))
);
create index on affiliations (organisation_id);
create index on affiliations (to_id);

create table people (
  id uuid primary key,
  version int not null default 1,
  given_name text,
  family_name text not null check (family_name <> ''),
  native_name text,
  email text,
  phone text,
  language language_code,
  sample boolean not null default false,
  deleted_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index people_by_name on people (sorted_as(family_name || ' ' || coalesce(given_name, '')), id) where deleted_at is null;
create index people_by_update on people (updated_at, id) where deleted_at is null;

create table posts (
  id uuid primary key,
  person_id uuid not null references people,
  position int not null,
  organisation_id uuid not null references organisations,
  title text,
  from_date partial_date,
  to_date partial_date,
  constraint post_period check (partial_first(from_date) <= partial_last(to_date))
);
create index on posts (person_id);
create index on posts (organisation_id);

-- ── Alliances and markets ─────────────────────────────────────────────────────────────────────────────────────────

create table alliances (
  id uuid primary key,
  version int not null default 1,
  name text not null check (name <> ''),
  description text,
  starts partial_date,
  ends partial_date,
  sample boolean not null default false,
  deleted_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint alliance_period check (partial_first(starts) <= partial_last(ends))
);
create unique index alliances_name on alliances (folded(name)) where deleted_at is null;

create table alliance_members (
  id uuid primary key,
  alliance_id uuid not null references alliances,
  position int not null,
  organisation_id uuid not null references organisations,
  role text not null check (role in ('coordinator', 'member')),
  region text,
  from_date partial_date,
  to_date partial_date,
  constraint membership_period check (partial_first(from_date) <= partial_last(to_date)),
  constraint membership_once exclude using gist (
    alliance_id with =, organisation_id with =,
    daterange(partial_first(from_date), partial_last(to_date), '[]') with &&
  ) deferrable initially deferred
);
create index on alliance_members (organisation_id);

create table markets (
  id uuid primary key,
  version int not null default 1,
  name text not null check (name <> ''),
  country text not null check (country ~ '^[A-Z]{2}$'),
  time_zone text,
  practice text,
  sample boolean not null default false,
  deleted_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index markets_country on markets (country) where deleted_at is null;

create table market_regions (
  id uuid primary key,
  market_id uuid not null references markets,
  position int not null,
  name text not null check (name <> ''),
  detail text,
  time_zone text,
  latitude double precision,
  longitude double precision
);
create index on market_regions (market_id);

create table market_leads (
  id uuid primary key,
  market_id uuid not null references markets,
  position int not null,
  alliance_id uuid not null references alliances,
  organisation_id uuid references organisations,
  from_date partial_date,
  to_date partial_date,
  constraint lead_period check (partial_first(from_date) <= partial_last(to_date)),
  constraint lead_once exclude using gist (
    market_id with =, alliance_id with =,
    daterange(partial_first(from_date), partial_last(to_date), '[]') with &&
  ) deferrable initially deferred
);
create index on market_leads (alliance_id);
create index on market_leads (organisation_id);

-- ── Agreements ────────────────────────────────────────────────────────────────────────────────────────────────────

create table agreements (
  id uuid primary key,
  version int not null default 1,
  title text not null check (title <> ''),
  type text not null check (type in ('mou', 'letter_of_intent', 'partnership', 'cooperation', 'consortium', 'nda')),
  summary text,
  alliance_id uuid references alliances,
  market_id uuid references markets,
  region_id uuid references market_regions,
  negotiator_id uuid references organisations,
  starts partial_date,
  ends partial_date,
  notice_days int not null default 180 check (notice_days between 0 and 3650),
  target_signature partial_date,
  language language_code,
  reference text,
  renews_id uuid references agreements deferrable initially immediate,
  abandoned_on date,
  abandoned_reason text,
  terminated_on date,
  terminated_reason text,
  sample boolean not null default false,
  deleted_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint agreement_period check (partial_first(starts) <= partial_last(ends)),
  constraint abandoned_with_reason check ((abandoned_on is null) = (abandoned_reason is null)),
  constraint terminated_with_reason check ((terminated_on is null) = (terminated_reason is null)),
  constraint renews_another check (renews_id <> id)
);
create unique index agreements_one_successor on agreements (renews_id) where deleted_at is null;
create index on agreements (alliance_id);
create index on agreements (market_id);
create index on agreements (negotiator_id);
create index agreements_by_title on agreements (sorted_as(title), id) where deleted_at is null;
create index agreements_by_update on agreements (updated_at, id) where deleted_at is null;

create table agreement_stages (
  id uuid primary key,
  agreement_id uuid not null references agreements,
  stage text not null check (stage in ('prospect', 'negotiation', 'drafting')),
  since date not null
);
create index on agreement_stages (agreement_id);

create table agreement_parties (
  id uuid primary key,
  agreement_id uuid not null references agreements,
  position int not null,
  organisation_id uuid not null references organisations,
  side text not null check (side in ('home', 'partner')),
  required boolean not null,
  constraint party_once unique (agreement_id, organisation_id) deferrable initially deferred
);
create index on agreement_parties (organisation_id);

create table signatures (
  id uuid primary key,
  agreement_id uuid not null references agreements,
  party_id uuid not null references agreement_parties,
  decision text not null check (decision in ('signed', 'refused')),
  person_id uuid references people,
  capacity text,
  belongs_to_id uuid references organisations,
  signed_on date not null,
  local_time time,
  time_zone text,
  place text,
  reason text,
  accepted jsonb not null default '[]' check (jsonb_typeof(accepted) = 'array'),
  created_at timestamptz not null,
  constraint refused_with_reason check (decision = 'signed' or reason is not null)
);
-- No party signs the same agreement twice.
create unique index signatures_once on signatures (party_id) where decision = 'signed';
create index on signatures (agreement_id);
create index on signatures (person_id);

create table agreement_attendees (
  id uuid primary key,
  agreement_id uuid not null references agreements,
  position int not null,
  role text not null check (role in ('witness', 'organiser')),
  person_id uuid references people,
  organisation_id uuid references organisations,
  capacity text,
  constraint attendee_is_someone check (person_id is not null or organisation_id is not null)
);
create index on agreement_attendees (agreement_id);
create index on agreement_attendees (person_id);
create index on agreement_attendees (organisation_id);

create table cooperation_actions (
  id uuid primary key,
  agreement_id uuid not null references agreements,
  position int not null,
  title text not null check (title <> ''),
  state text not null check (state in ('planned', 'in_progress', 'done', 'dropped')),
  due partial_date
);
create index on cooperation_actions (agreement_id);

create table obligations (
  id uuid primary key,
  agreement_id uuid not null references agreements,
  action_id uuid not null references cooperation_actions,
  position int not null,
  side text not null check (side in ('home', 'partner', 'both')),
  description text not null check (description <> ''),
  owner_organisation_id uuid references organisations,
  owner_person_id uuid references people,
  due partial_date,
  progress int not null check (progress between 0 and 100),
  evidence text
);
create index on obligations (agreement_id);
create index on obligations (action_id);

-- The status of every agreement (or of those wanted) as of a day: the SQL twin of `agreementStatus` in
-- src/domain/agreement.ts. Simple enough for the planner to see through, so that a few cost little.
create function agreements_on(day date, wanted uuid[] default null)
  returns table (agreement_id uuid, status text, stage text, overdue boolean, signed_on date, signed_count int, required_count int)
  language sql stable
as $$
  with required as (
    select p.agreement_id,
      count(*)::int as required_count,
      (count(s.id) filter (where s.signed_on <= day))::int as signed_count,
      case when count(s.id) = count(*) then max(s.signed_on) end as signed_on
    from agreement_parties p
    left join signatures s on s.party_id = p.id and s.decision = 'signed' and (wanted is null or s.agreement_id = any (wanted))
    where p.required and (wanted is null or p.agreement_id = any (wanted))
    group by p.agreement_id
  ),
  staged as (
    -- Day and stage in one number, as the last one begun counts, and the furthest where two began the same day.
    select t.agreement_id,
      (array['prospect', 'negotiation', 'drafting'])[max((t.since - date '0001-01-01') * 4
        + case t.stage when 'prospect' then 1 when 'negotiation' then 2 else 3 end) % 4] as stage
    from agreement_stages t
    where t.since <= day and (wanted is null or t.agreement_id = any (wanted))
    group by t.agreement_id
  ),
  renewed as (
    select n.renews_id as agreement_id
    from agreements n
    join agreement_parties p on p.agreement_id = n.id and p.required
    left join signatures s on s.party_id = p.id and s.decision = 'signed'
    where n.renews_id is not null and n.deleted_at is null and (wanted is null or n.renews_id = any (wanted))
    group by n.renews_id
    having count(s.id) = count(*) and max(s.signed_on) <= day
  ),
  found as (
    select a.id, a.target_signature, r.signed_on,
      coalesce(r.signed_count, 0) as signed_count,
      coalesce(r.required_count, 0) as required_count,
      coalesce(t.stage, 'prospect') as stage,
      case
        when a.terminated_on <= day then 'terminated'
        when a.abandoned_on <= day then 'abandoned'
        when r.signed_on is null or r.signed_on > day then coalesce(t.stage, 'prospect')
        when n.agreement_id is not null then 'renewed'
        when day < partial_first(a.starts) then 'signed'
        when a.ends is null then 'active'
        when day > partial_last(a.ends) then 'expired'
        when day + a.notice_days >= partial_last(a.ends) then 'expiring'
        else 'active'
      end as status
    from agreements a
    left join required r on r.agreement_id = a.id
    left join staged t on t.agreement_id = a.id
    left join renewed n on n.agreement_id = a.id
    where wanted is null or a.id = any (wanted)
  )
  select id, status, stage,
    coalesce(status in ('prospect', 'negotiation', 'drafting') and partial_last(target_signature) < day, false),
    signed_on, signed_count, required_count
  from found
$$;

-- ── What any record carries ───────────────────────────────────────────────────────────────────────────────────────

create table notes (
  id uuid primary key,
  version int not null default 1,
  noun record_noun not null,
  record_id uuid not null,
  body text not null check (body <> ''),
  author_id uuid references people,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index on notes (noun, record_id);

create table tasks (
  id uuid primary key,
  version int not null default 1,
  title text not null check (title <> ''),
  noun record_noun,
  record_id uuid,
  due date,
  assignee_id uuid references people,
  cluster_id uuid references organisations,
  done_on date,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint task_about_whole check ((noun is null) = (record_id is null))
);
create index on tasks (noun, record_id);
create index tasks_by_due on tasks (coalesce(due, 'infinity'), id);

create table document_contents (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bytea not null check (octet_length(bytes) <= 20971520)
);
-- Most documents are packed already; trying again costs seconds.
alter table document_contents alter column bytes set storage external;

create table documents (
  id uuid primary key,
  version int not null default 1,
  noun record_noun not null,
  record_id uuid not null,
  filename text not null check (filename <> ''),
  media_type text not null check (media_type ~ '^[a-z0-9!#&^_.+-]+/[a-z0-9!#&^_.+-]+$'),
  size int not null check (size between 1 and 20971520),
  sha256 text not null references document_contents,
  kind text not null check (kind in ('signed', 'draft', 'press', 'evidence', 'letter', 'other')),
  created_at timestamptz not null
);
create index on documents (noun, record_id);

create table sources (
  id uuid primary key,
  version int not null default 1,
  title text not null check (title <> ''),
  publisher text,
  date partial_date,
  language language_code,
  url web_url,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table citations (
  id uuid primary key,
  noun record_noun not null,
  record_id uuid not null,
  source_id uuid not null references sources,
  constraint citation_once unique (noun, record_id, source_id)
);

create table statements (
  id uuid primary key,
  version int not null default 1,
  noun record_noun not null,
  record_id uuid not null,
  position int not null,
  topic text not null check (topic <> ''),
  body text not null check (body <> ''),
  at partial_date,
  source_id uuid not null references sources
);
create index on statements (noun, record_id);

-- What a record is called, living or in the bin; null where there is none.
create function record_title(of_noun text, of_id uuid) returns text
  language sql stable
as $$
  select case of_noun
    when 'organisations' then (select name from organisations where id = of_id)
    when 'people' then (select concat_ws(' ', given_name, family_name) from people where id = of_id)
    when 'alliances' then (select name from alliances where id = of_id)
    when 'markets' then (select name from markets where id = of_id)
    when 'agreements' then (select title from agreements where id = of_id)
  end
$$;

-- What a row noted in the history was called; null for rows without a name of their own.
create function row_title(held jsonb) returns text
  language sql immutable
as $$
  select coalesce(held ->> 'title', held ->> 'filename',
    nullif(concat_ws(' ', held ->> 'given_name', held ->> 'family_name'), ''), held ->> 'name')
$$;

-- ── Audit ─────────────────────────────────────────────────────────────────────────────────────────────────────────

create table change_sets (
  id uuid primary key,
  seq bigint generated by default as identity,
  at timestamptz not null,
  actor_id uuid,
  verb text not null,
  noun text,
  record_id uuid,
  title text,
  undo_of uuid,
  undone_by uuid
);
create index change_sets_by_time on change_sets (seq);

create table changes (
  seq bigint generated by default as identity primary key,
  change_set_id uuid not null,
  table_name text not null,
  row_id uuid not null,
  noun text,
  record_id uuid,
  before jsonb,
  after jsonb
);
create index on changes (change_set_id);
create index on changes (noun, record_id);
create index on changes (row_id);

-- Notes a row change under the transaction's change set (the setting corridor.change_set); without one, nothing is
-- noted (a restore). Arguments: noun and column of the root record; an empty noun means the row names its own.
create function note_change() returns trigger
  language plpgsql
as $$
declare
  change_set text := current_setting('corridor.change_set', true);
  was jsonb;
  is_now jsonb;
  held jsonb;
begin
  if change_set is null or change_set = '' then return null; end if;
  if tg_op <> 'INSERT' then was := to_jsonb(old); end if;
  if tg_op <> 'DELETE' then is_now := to_jsonb(new); end if;
  if was - '{version,updated_at}'::text[] = is_now - '{version,updated_at}'::text[] then return null; end if;
  held := coalesce(is_now, was);
  insert into changes (change_set_id, table_name, row_id, noun, record_id, before, after)
  values (
    change_set::uuid, tg_table_name, (held ->> 'id')::uuid,
    case when tg_argv[0] = '' then held ->> 'noun' else tg_argv[0] end,
    (held ->> tg_argv[1])::uuid, was, is_now
  );
  return null;
end
$$;

-- Counts a record's changes.
create function count_version() returns trigger
  language plpgsql
as $$
begin
  new.version := old.version + 1;
  new.updated_at := coalesce(nullif(current_setting('corridor.now', true), '')::timestamptz, now());
  return new;
end
$$;

create function count_version_only() returns trigger
  language plpgsql
as $$
begin
  new.version := old.version + 1;
  return new;
end
$$;

-- ── Counts ────────────────────────────────────────────────────────────────────────────────────────────────────────

-- Living organisations by country ('' where unknown) and kinds, so that a list of 100,000 is counted without reading it.
create table organisation_counts (
  country text not null,
  kinds text[] not null,
  living bigint not null,
  primary key (country, kinds)
);

create function count_organisations() returns trigger
  language plpgsql
as $$
begin
  if current_setting('corridor.bulk', true) = 'on' then return null; end if;
  if tg_op = 'INSERT' then
    insert into organisation_counts as held
    select coalesce(country, ''), kinds, count(*) from added where deleted_at is null group by 1, 2 order by 1, 2
    on conflict (country, kinds) do update set living = held.living + excluded.living;
  elsif tg_op = 'DELETE' then
    insert into organisation_counts as held
    select coalesce(country, ''), kinds, -count(*) from gone where deleted_at is null group by 1, 2 order by 1, 2
    on conflict (country, kinds) do update set living = held.living + excluded.living;
  else
    insert into organisation_counts as held
    select coalesce(country, ''), kinds, sum(more) from (
      select country, kinds, 1 as more from added where deleted_at is null
      union all
      select country, kinds, -1 from gone where deleted_at is null
    ) moved
    group by 1, 2 having sum(more) <> 0 order by 1, 2
    on conflict (country, kinds) do update set living = held.living + excluded.living;
  end if;
  return null;
end
$$;

create trigger tallied_in after insert on organisations referencing new table as added for each statement execute function count_organisations();
create trigger tallied_out after delete on organisations referencing old table as gone for each statement execute function count_organisations();
create trigger tallied after update on organisations referencing new table as added old table as gone for each statement execute function count_organisations();

-- ── Search ────────────────────────────────────────────────────────────────────────────────────────────────────────

create table search_entries (
  noun text not null,
  record_id uuid not null,
  title text not null,
  subtitle text,
  -- Words of all it is found by, and of its title; the title as sorted (a person's by family name).
  text text not null,
  title_words text not null,
  sort_title text not null,
  is_cluster boolean not null,
  primary key (noun, record_id)
);
-- A short pending list: every search reads all of it.
create index search_entries_text on search_entries using gin (text gin_trgm_ops) with (gin_pending_list_limit = 256);

-- Every word that some record was ever found by, for likenesses; one that is no longer used finds nothing.
create table search_words (word text primary key);
create index search_words_likeness on search_words using gin (word gin_trgm_ops) with (gin_pending_list_limit = 256);

-- What each noun is found by. One row per living record.
create view searchable as
  select 'organisations' as noun, o.id as record_id, o.name as title,
    concat_ws(', ', o.town, o.region, o.country) as subtitle,
    concat_ws(' ', o.name, in_one_word(o.name),
      (select string_agg(concat_ws(' ', n.name, in_one_word(n.name)), ' ' order by n.position) from organisation_names n where n.organisation_id = o.id),
      o.town, o.region,
      (select string_agg(regexp_replace(w.url, '^https?://(www\.)?', '', 'i'), ' ' order by w.position) from organisation_websites w where w.organisation_id = o.id)) as text,
    o.name as sort_title, 'cluster' = any (o.kinds) as is_cluster
  from organisations o where o.deleted_at is null
  union all
  select 'people', p.id, concat_ws(' ', p.given_name, p.family_name),
    (select string_agg(concat_ws(', ', t.title, g.name), ' · ' order by t.position) from posts t join organisations g on g.id = t.organisation_id where t.person_id = p.id),
    concat_ws(' ', p.given_name, p.family_name, p.native_name, p.email,
      (select string_agg(concat_ws(' ', t.title, g.name), ' ' order by t.position) from posts t join organisations g on g.id = t.organisation_id where t.person_id = p.id)),
    concat_ws(' ', p.family_name, p.given_name), false
  from people p where p.deleted_at is null
  union all
  select 'alliances', a.id, a.name,
    (select string_agg(o.name, ', ' order by m.position) from alliance_members m join organisations o on o.id = m.organisation_id where m.alliance_id = a.id),
    concat_ws(' ', a.name, in_one_word(a.name),
      (select string_agg(o.name, ' ' order by m.position) from alliance_members m join organisations o on o.id = m.organisation_id where m.alliance_id = a.id)),
    a.name, false
  from alliances a where a.deleted_at is null
  union all
  select 'markets', m.id, m.name,
    (select string_agg(r.name, ', ' order by r.position) from market_regions r where r.market_id = m.id),
    concat_ws(' ', m.name, m.country, (select string_agg(concat_ws(' ', r.name, r.detail), ' ' order by r.position) from market_regions r where r.market_id = m.id)),
    m.name, false
  from markets m where m.deleted_at is null
  union all
  select 'agreements', a.id, a.title,
    (select string_agg(o.name, ', ' order by p.position) from agreement_parties p join organisations o on o.id = p.organisation_id where p.agreement_id = a.id),
    concat_ws(' ', a.title, a.reference, k.name,
      (select r.name from market_regions r where r.id = a.region_id),
      (select string_agg(o.name, ' ' order by p.position) from agreement_parties p join organisations o on o.id = p.organisation_id where p.agreement_id = a.id),
      (select string_agg(concat_ws(' ', h.given_name, h.family_name, s.place), ' ' order by s.id) from signatures s left join people h on h.id = s.person_id where s.agreement_id = a.id)),
    a.title, false
  from agreements a left join markets k on k.id = a.market_id where a.deleted_at is null
  union all
  select 'tasks', t.id, t.title, null, t.title, t.title, false from tasks t;

-- The same as `search_entries` holds it.
create view search_entries_wanted as
  select noun, record_id, title, nullif(subtitle, '') as subtitle, words_of(text) as text,
    words_of(title) as title_words, sorted_as(sort_title) as sort_title, is_cluster
  from searchable;

create function keep_words_of(value text) returns void
  language sql
as $$
  insert into search_words
  select distinct word from regexp_split_to_table(value, ' ') word
  where length(word) between 3 and 40 and word !~ '[0-9]'
  order by word
  on conflict do nothing;
$$;

create function refresh_search(of_noun text, of_record uuid) returns void
  language plpgsql
as $$
declare
  entry search_entries%rowtype;
begin
  if of_record is null then return; end if;
  select * into entry from search_entries_wanted w where w.noun = of_noun and w.record_id = of_record;
  if not found then
    delete from search_entries e where e.noun = of_noun and e.record_id = of_record;
    return;
  end if;
  insert into search_entries as e values (entry.*)
  on conflict (noun, record_id) do update
    set title = excluded.title, subtitle = excluded.subtitle, text = excluded.text, title_words = excluded.title_words,
      sort_title = excluded.sort_title, is_cluster = excluded.is_cluster
    where e <> excluded;
  if found then perform keep_words_of(entry.text); end if;
end
$$;

-- Makes all that is derived from the records anew; for who has written with corridor.bulk = 'on'.
create function refresh_all_search() returns void
  language sql
as $$
  delete from search_entries;
  delete from search_words;
  delete from organisation_counts;
  insert into search_entries select * from search_entries_wanted;
  insert into search_words
  select distinct word from search_entries e, regexp_split_to_table(e.text, ' ') word
  where length(word) between 3 and 40 and word !~ '[0-9]';
  insert into organisation_counts
  select coalesce(country, ''), kinds, count(*) from organisations where deleted_at is null group by 1, 2;
$$;

-- Arguments: noun and column of the record to refresh. The setting corridor.bulk = 'on' leaves it to refresh_all_search.
create function refresh_search_of_row() returns trigger
  language plpgsql
as $$
declare
  held jsonb;
begin
  if current_setting('corridor.bulk', true) = 'on' then return null; end if;
  if tg_op = 'DELETE' then held := to_jsonb(old); else held := to_jsonb(new); end if;
  perform refresh_search(tg_argv[0], (held ->> tg_argv[1])::uuid);
  return null;
end
$$;

-- A renamed body or person is found by the new name wherever it stands.
create function refresh_search_of_names() returns trigger
  language plpgsql
as $$
begin
  if current_setting('corridor.bulk', true) = 'on' then return null; end if;
  if tg_table_name = 'organisations' then
    perform refresh_search('people', t.person_id) from posts t where t.organisation_id = new.id;
    perform refresh_search('alliances', m.alliance_id) from alliance_members m where m.organisation_id = new.id;
    perform refresh_search('agreements', p.agreement_id) from agreement_parties p where p.organisation_id = new.id;
  elsif tg_table_name = 'people' then
    perform refresh_search('agreements', s.agreement_id) from signatures s where s.person_id = new.id;
  else
    perform refresh_search('agreements', a.id) from agreements a where a.market_id = new.id;
  end if;
  return null;
end
$$;

create trigger renamed after update of name on organisations for each row when (old.name <> new.name) execute function refresh_search_of_names();
create trigger renamed after update of given_name, family_name on people for each row execute function refresh_search_of_names();
create trigger renamed after update of name on markets for each row when (old.name <> new.name) execute function refresh_search_of_names();

-- What a text is looked for by: for each of its words the LIKE patterns of which one must match. A word of one or two
-- letters begins a word, a longer one stands anywhere; where no record has them all, words like them stand in.
create function search_patterns(wanted text, only_noun text default null) returns jsonb
  language plpgsql stable
  set pg_trgm.word_similarity_threshold = 0.4
as $$
declare
  words text[] := array(
    select word from regexp_split_to_table(words_of(wanted), ' ') with ordinality t (word, place)
    where word <> '' group by word order by min(place) limit 8);
  patterns jsonb;
  has_all boolean;
begin
  -- No word, no record.
  if words = '{}' then return '[[]]'; end if;
  patterns := jsonb_agg(jsonb_build_array(literal_pattern(word))) from unnest(words) word;
  execute format('select exists (select from search_entries e where ($1 is null or e.noun = $1) and %s)', search_condition(patterns))
    into has_all using only_noun;
  if has_all then return patterns; end if;
  return jsonb_agg(coalesce(alike.patterns, '[]') || case when alike.patterns is null then jsonb_build_array(literal_pattern(asked.word)) else '[]' end)
  from unnest(words) as asked (word)
  cross join lateral (
    select jsonb_agg('% ' || near.word || '%') as patterns
    from (
      select w.word, likeness, max(likeness) over () as best
      from search_words w
      cross join lateral (select word_similarity(asked.word, w.word) + similarity(asked.word, w.word) as likeness) l
      where length(asked.word) > 2 and asked.word <% w.word
        and word_similarity(asked.word, w.word) >= case when length(asked.word) < 6 then 0.4 else 0.5 end
      order by likeness desc, w.word
      limit 8
    ) near
    where near.likeness >= near.best * 0.8
  ) alike;
end
$$;

create function literal_pattern(word text) returns text
  language sql immutable strict parallel safe
  return case when length(word) < 3 and word ~ '^[a-z0-9]+$' then '% ' else '%' end || word || '%';

-- Patterns as a condition on search_entries e. They hold letters, spaces and % only, and are quoted all the same.
create function search_condition(patterns jsonb) returns text
  language sql immutable strict
as $$
  select string_agg(coalesce((
    select '(' || string_agg(format('e.text like %L', pattern), ' or ') || ')' from jsonb_array_elements_text(word) pattern
  ), 'false'), ' and ')
  from jsonb_array_elements(patterns) word
$$;

-- Records that a text finds.
create function found_by(wanted text, only_noun text default null) returns table (noun text, record_id uuid)
  language plpgsql stable
as $$
begin
  return query execute format('select e.noun, e.record_id from search_entries e where ($1 is null or e.noun = $1) and %s',
    search_condition(search_patterns(wanted, only_noun))) using only_noun;
end
$$;

-- ── Triggers, by table ────────────────────────────────────────────────────────────────────────────────────────────

do $$
declare
  entry record;
begin
  for entry in select * from (values
    -- table, noun of the root, its column, has updated_at, is searched under the root
    ('workspace', 'workspace', 'id', true, false),
    ('organisations', 'organisations', 'id', true, true),
    ('organisation_names', 'organisations', 'organisation_id', null, true),
    ('organisation_websites', 'organisations', 'organisation_id', null, true),
    ('affiliations', 'organisations', 'organisation_id', null, false),
    ('people', 'people', 'id', true, true),
    ('posts', 'people', 'person_id', null, true),
    ('alliances', 'alliances', 'id', true, true),
    ('alliance_members', 'alliances', 'alliance_id', null, true),
    ('markets', 'markets', 'id', true, true),
    ('market_regions', 'markets', 'market_id', null, true),
    ('market_leads', 'markets', 'market_id', null, false),
    ('agreements', 'agreements', 'id', true, true),
    ('agreement_stages', 'agreements', 'agreement_id', null, false),
    ('agreement_parties', 'agreements', 'agreement_id', null, true),
    ('signatures', 'agreements', 'agreement_id', null, true),
    ('agreement_attendees', 'agreements', 'agreement_id', null, false),
    ('cooperation_actions', 'agreements', 'agreement_id', null, false),
    ('obligations', 'agreements', 'agreement_id', null, false),
    ('notes', '', 'record_id', true, false),
    ('tasks', '', 'record_id', true, false),
    ('documents', '', 'record_id', false, false),
    ('sources', '', 'id', true, false),
    ('citations', '', 'record_id', null, false),
    ('statements', '', 'record_id', false, false)
  ) as t (name, noun, root, dated, searched)
  loop
    execute format('create trigger noted after insert or update or delete on %I for each row execute function note_change(%L, %L)', entry.name, entry.noun, entry.root);
    if entry.dated is not null then
      execute format('create trigger counted before update on %I for each row execute function %I()', entry.name,
        case when entry.dated then 'count_version' else 'count_version_only' end);
    end if;
    if entry.searched then
      execute format('create trigger searched after insert or update or delete on %I for each row execute function refresh_search_of_row(%L, %L)', entry.name, entry.noun, entry.root);
    end if;
  end loop;
end
$$;
create trigger searched after insert or update or delete on tasks for each row execute function refresh_search_of_row('tasks', 'id');

-- ── Idempotency ───────────────────────────────────────────────────────────────────────────────────────────────────

create table idempotency_keys (
  key text primary key check (length(key) between 1 and 200),
  fingerprint text not null,
  status int,
  headers jsonb,
  body text,
  created_at timestamptz not null
);
create index on idempotency_keys (created_at);

insert into workspace (name) values ('Corridor');
