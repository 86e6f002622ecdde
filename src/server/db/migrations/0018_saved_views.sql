-- What each person keeps at hand: views of lists, the view that a list opens with, records pinned.

create table saved_views (
  id uuid primary key,
  version int not null default 1,
  -- Whose it is. Nobody's is everybody's: people who have not said who they are can't be told apart.
  owner_id uuid references people,
  shared boolean not null,
  -- The list that it is a view of.
  list text not null check (list <> ''),
  name text not null check (name <> ''),
  -- The list's address: filters, sort, columns, and scope and day where they were to be kept.
  state jsonb not null check (jsonb_typeof(state) = 'object'),
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index on saved_views (list);
create index on saved_views (owner_id);

-- The view that a list opens with for a person: one that is kept, or one that every workspace has.
create table default_views (
  id uuid primary key,
  owner_id uuid references people,
  list text not null check (list <> ''),
  view_id uuid references saved_views,
  built_in text check (built_in <> ''),
  constraint default_is_one_view check (num_nonnulls(view_id, built_in) = 1)
);
create index on default_views (owner_id, list);
create index on default_views (view_id);

create table pins (
  id uuid primary key,
  owner_id uuid references people,
  noun record_noun not null,
  record_id uuid not null,
  created_at timestamptz not null
);
create index on pins (owner_id, created_at);
create index on pins (record_id);

create trigger counted before update on saved_views for each row execute function count_version();

-- Noted as rows of their own: what somebody keeps at hand is no part of a record's history.
do $$
declare
  entry text;
begin
  foreach entry in array array['saved_views', 'default_views', 'pins'] loop
    execute format('create trigger noted after insert or update or delete on %I for each row execute function note_change(%L, ''id'')', entry, entry);
  end loop;
end
$$;

-- ── Found by what records carry ───────────────────────────────────────────────────────────────────────────────────

-- Cooperation actions, documents and services are found by their own words. What they are part of is looked up with them: it may be
-- renamed, and go to the bin.
alter view searchable rename to searchable_but_parts;
create view searchable as
  select noun, record_id, title, subtitle, text, sort_title, is_cluster from searchable_but_parts
  union all
  select 'actions', c.id, c.title, null, c.title, c.title, false from cooperation_actions c
  union all
  select 'documents', d.id, d.filename, null, concat_ws(' ', d.filename, regexp_replace(d.filename, '[_.-]+', ' ', 'g')), d.filename, false
  from documents d
  union all
  select 'services', s.id, s.title, null, s.title, s.title, false from services s;

create or replace view search_entries_wanted as
  select noun, record_id, title, nullif(subtitle, '') as subtitle, words_of(text) as text,
    words_of(title) as title_words, sorted_as(sort_title) as sort_title, is_cluster
  from searchable;

create trigger found after insert or update or delete on cooperation_actions for each row
  execute function refresh_search_of_row('actions', 'id');
create trigger found after insert or update or delete on documents for each row
  execute function refresh_search_of_row('documents', 'id');
create trigger found after insert or update or delete on services for each row
  execute function refresh_search_of_row('services', 'id');

insert into search_entries select * from search_entries_wanted w where w.noun in ('actions', 'documents', 'services');
insert into search_words
select distinct word from search_entries e, regexp_split_to_table(e.text, ' ') word
where e.noun in ('actions', 'documents', 'services') and length(word) between 3 and 40 and word !~ '[0-9]'
order by word
on conflict do nothing;
