-- Tables brought in from elsewhere: what was read, what it was matched with, what was decided and what came of it. What an import
-- writes to the records is noted in the history like any write; these rows, which only lead there, are not.

create table imports (
  id uuid primary key,
  version int not null default 1,
  -- The file's, or what else it is called.
  name text not null check (name <> ''),
  source text not null check (source in ('csv', 'xlsx', 'vcard', 'paste')),
  headers text[] not null,
  mapping jsonb not null check (jsonb_typeof(mapping) = 'array'),
  -- What an update does with what a record has already: 'fill' leaves it, 'overwrite' takes the table's word.
  on_update text not null check (on_update in ('fill', 'overwrite')),
  state text not null check (state in ('open', 'applied', 'reverting', 'reverted')),
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index imports_by_time on imports (created_at, id);
create trigger counted before update on imports for each row execute function count_version();

create table import_rows (
  id uuid primary key,
  import_id uuid not null references imports,
  position int not null,
  -- The number of the row in the file.
  line int not null,
  draft jsonb not null check (jsonb_typeof(draft) = 'object'),
  verdict text not null check (verdict in ('same', 'perhaps', 'new')),
  matches jsonb not null check (jsonb_typeof(matches) = 'array'),
  decision text check (decision in ('create', 'update', 'skip')),
  -- What an update changes: a record, or what a row before this one has come to.
  target_id uuid,
  target_position int,
  outcome text check (outcome in ('created', 'updated', 'unchanged', 'skipped', 'refused')),
  record_id uuid,
  -- Why it was refused.
  refusal jsonb,
  constraint import_row_once unique (import_id, position),
  constraint update_of_something check (
    decision is distinct from 'update' or num_nonnulls(target_id, target_position) = 1),
  constraint refused_with_refusal check ((outcome is not distinct from 'refused') = (refusal is not null))
);
create index import_rows_by_verdict on import_rows (import_id, verdict, position);
create index import_rows_to_apply on import_rows (import_id, position) where outcome is null and decision is not null;
create index import_rows_of_record on import_rows (import_id, record_id) where record_id is not null;

-- Keys by which rows of one import find each other. Derived; not carried in the workspace file.
create table import_keys (
  import_id uuid not null references imports on delete cascade,
  -- Compared for equality only, and so byte by byte.
  kind text collate "C" not null,
  key text collate "C" not null,
  position int not null,
  primary key (import_id, kind, key, position)
);
create index on import_keys (import_id, position);

-- What columns were taken for, by the fingerprint of their headers.
create table import_mappings (
  id uuid primary key,
  fingerprint text not null unique,
  mapping jsonb not null check (jsonb_typeof(mapping) = 'array'),
  updated_at timestamptz not null
);

create index if not exists change_sets_of_record on change_sets (record_id, seq) where record_id is not null;

-- ── Written many at a time ────────────────────────────────────────────────────────────────────────────────────────

-- Adds these organisations to the counts (or takes them out, with -1), for who writes them with corridor.bulk = 'on'.
create function tally_organisations(wanted uuid[], sign int) returns void
  language sql
as $$
  insert into organisation_counts as held
  select coalesce(o.country, ''), o.kinds, sign * count(*) from organisations o
  where o.id = any (wanted) and o.deleted_at is null group by 1, 2 order by 1, 2
  on conflict (country, kinds) do update set living = held.living + excluded.living;
$$;

-- Makes what is derived from these records anew, all of them at once: a tenth of the cost of row by row.
create function refresh_records(of_noun text, wanted uuid[]) returns void
  language plpgsql
as $$
begin
  delete from search_entries e where e.noun = of_noun and e.record_id = any (wanted);
  insert into search_entries select * from search_entries_wanted w where w.noun = of_noun and w.record_id = any (wanted);
  insert into search_words
  select distinct word from search_entries e, regexp_split_to_table(e.text, ' ') word
  where e.noun = of_noun and e.record_id = any (wanted) and length(word) between 3 and 40 and word !~ '[0-9]'
  order by word
  on conflict do nothing;
  perform refresh_match_keys(of_noun, wanted);
  if of_noun = 'organisations' then
    perform refresh_organisation_standing(o.id) from organisations o where o.id = any (wanted)
      and ('partner' = any (o.kinds) or exists (select from organisation_standing h where h.organisation_id = o.id));
  end if;
end
$$;
