-- Two records of one body or person made one; what may be kept about a person, and what was erased.

-- ── Merged records ────────────────────────────────────────────────────────────────────────────────────────────────

-- The record that was, in the bin, leads to the one that has all that hung on it.
create table merged_organisations (
  id uuid primary key references organisations,
  into_id uuid not null references organisations,
  constraint merged_into_another check (id <> into_id)
);
create index on merged_organisations (into_id);

create table merged_people (
  id uuid primary key references people,
  into_id uuid not null references people,
  constraint merged_into_another_person check (id <> into_id)
);
create index on merged_people (into_id);

-- Pairs of which somebody has said that they are two.
create table not_duplicates (
  id uuid primary key,
  noun record_noun not null check (noun in ('organisations', 'people')),
  a_id uuid not null,
  b_id uuid not null,
  constraint pair_in_order check (a_id < b_id),
  constraint pair_once unique (noun, a_id, b_id) deferrable initially deferred
);
create index on not_duplicates (b_id);

-- ── Personal data ─────────────────────────────────────────────────────────────────────────────────────────────────

-- Where data about a person comes from, and on what grounds it is kept for how long (Articles 6, 13 and 14 of the GDPR).
create table person_privacy (
  -- The person's own.
  id uuid primary key references people,
  legal_basis text check (legal_basis in ('consent', 'contract', 'legal_obligation', 'public_task', 'legitimate_interest')),
  source text,
  collected_on date,
  -- After the last thing that the person did; three years unless another.
  keep_months int check (keep_months between 1 and 600)
);

-- What a person agreed to and took back, oldest first.
create table person_consents (
  id uuid primary key,
  person_id uuid not null references people,
  position int not null,
  purpose text not null check (purpose in ('contact', 'missions', 'newsletter', 'sharing', 'pictures')),
  decision text not null check (decision in ('given', 'withdrawn')),
  on_date date not null,
  how text
);
create index on person_consents (person_id);

-- Of whom all that told who they were is gone for good. Their signatures and places in missions still count.
create table erased_people (
  id uuid primary key references people,
  erased_on date not null
);

-- What people did themselves, by day: signed, were present, came along, answered for their data, worked here.
create view own_actions as
  select s.person_id, s.signed_on as day from signatures s where s.person_id is not null
  union all
  select t.person_id, s.signed_on from agreement_attendees t join signatures s on s.agreement_id = t.agreement_id where t.person_id is not null
  union all
  select h.person_id, coalesce(partial_last(m.ends), partial_first(m.starts)) from participation_people h
    join participations p on p.id = h.participation_id and p.deleted_at is null join missions m on m.id = p.mission_id
    where exists (select from participation_states w where w.participation_id = p.id and w.state = 'attended')
  union all
  select c.person_id, c.on_date from person_consents c
  union all
  select x.actor_id, x.at::date from change_sets x where x.actor_id is not null;

create index if not exists change_sets_by_actor on change_sets (actor_id) where actor_id is not null;

-- Until when the data of people may be kept: the SQL twin of `retention` in src/domain/privacy.ts.
create function kept_until(wanted uuid[] default null)
  returns table (person_id uuid, last_action date, until date)
  language sql stable
as $$
  select p.id, greatest(a.day, coalesce(v.collected_on, p.created_at::date)),
    (greatest(a.day, coalesce(v.collected_on, p.created_at::date)) + make_interval(months => coalesce(v.keep_months, 36)))::date
  from people p
  left join person_privacy v on v.id = p.id
  left join (
    select o.person_id, max(o.day) as day from own_actions o
    where o.day is not null and (wanted is null or o.person_id = any (wanted)) group by o.person_id
  ) a on a.person_id = p.id
  where wanted is null or p.id = any (wanted)
$$;

-- ── Found by the name that was ────────────────────────────────────────────────────────────────────────────────────

alter view searchable rename to searchable_but_merged;
create view searchable as
  select s.noun, s.record_id, s.title, s.subtitle,
    concat_ws(' ', s.text, case when s.noun = 'people' then
      (select string_agg(concat_ws(' ', h.given_name, h.family_name, h.native_name, h.email), ' ' order by h.id)
        from merged_people m join people h on h.id = m.id where m.into_id = s.record_id) end) as text,
    s.sort_title, s.is_cluster
  from searchable_but_merged s
  -- Nobody looks for who has been forgotten.
  where s.noun <> 'people' or not exists (select from erased_people e where e.id = s.record_id);

create or replace view search_entries_wanted as
  select noun, record_id, title, nullif(subtitle, '') as subtitle, words_of(text) as text,
    words_of(title) as title_words, sorted_as(sort_title) as sort_title, is_cluster
  from searchable;

create trigger searched after insert or update or delete on merged_people for each row
  execute function refresh_search_of_row('people', 'into_id');

-- A row that moves from one record to another is no longer what the first is found by.
create or replace function refresh_search_of_row() returns trigger
  language plpgsql
as $$
declare
  held jsonb;
  was uuid;
begin
  if current_setting('corridor.bulk', true) = 'on' then return null; end if;
  if tg_op = 'DELETE' then held := to_jsonb(old); else held := to_jsonb(new); end if;
  perform refresh_search(tg_argv[0], (held ->> tg_argv[1])::uuid);
  if tg_op = 'UPDATE' then
    was := (to_jsonb(old) ->> tg_argv[1])::uuid;
    if was <> (held ->> tg_argv[1])::uuid then perform refresh_search(tg_argv[0], was); end if;
  end if;
  return null;
end
$$;

-- ── Keys that duplicates share ────────────────────────────────────────────────────────────────────────────────────

-- A name without legal form, small words and order: "SAS Dupont & Fils" and "Dupont et Fils". Rougher than the comparison in
-- src/domain/matching, which scores what shares a key.
create function name_key(value text) returns text
  language plpgsql immutable strict parallel safe
as $$
declare
  words text := regexp_replace(words_of(value), ' (the|of|and|for|in|de|du|des|la|le|les|l|d|et|und|von|di|e|y|a)(?= )', '', 'g');
  bare text := regexp_replace(
    regexp_replace(words, '( (sa|s a|sas|s a s|sasu|sarl|s a r l|eurl|snc|gie|gmbh|mbh|ag|kg|co|ltd|limited|plc|inc|corp|corporation|company|llc|llp|bv|b v|nv|n v|spa|s p a|srl|s r l|sl|s l|kk|k k|ab|oy|oyj|as|a s|aps|asbl|ev|e v))+$', ''),
    '^ (sas|sasu|sarl|eurl|kabushiki kaisha)(?= )', '');
begin
  return nullif((select string_agg(word, '' order by word) from regexp_split_to_table(ltrim(case when bare = '' then words else bare end), ' ') word), '');
end
$$;

-- The host of an address, where it is somebody's own.
create function own_host(url text) returns text
  language sql immutable strict parallel safe
  return (
    select h.host from (select lower(substring(url from '^https?://(?:www\.)?([^/:?#]+)')) as host) h
    where h.host !~ '(^|\.)(facebook|linkedin|twitter|x|instagram|youtube|google|github|wordpress|blogspot|wixsite)\.com$');

-- A company in France is one whatever the register: its SIREN begins a SIRET and ends a VAT number.
create function number_key(scheme text, value text) returns text
  language sql immutable strict parallel safe
  return case
    when scheme in ('siren', 'siret') then 'siren ' || left(value, 9)
    when scheme = 'vat' and value ~ '^FR..\d{9}$' then 'siren ' || right(value, 9)
    else scheme || ' ' || value
  end;

create table match_keys (
  noun text not null,
  kind text not null,
  key text not null,
  record_id uuid not null,
  primary key (noun, kind, key, record_id)
);
create index on match_keys (record_id);

create view match_keys_wanted as
  select 'organisations' as noun, k.kind, left(k.key, 200) as key, o.id as record_id
  from organisations o
  cross join lateral (
    select 'name' as kind, name_key(o.name) as key
    union select 'name', name_key(n.name) from organisation_names n where n.organisation_id = o.id
    -- Misspelt further on, in the same place.
    union select 'start', left(replace(words_of(o.name), ' ', ''), 7) || words_of(o.town) where o.town is not null
    union select 'number', number_key(r.scheme, r.value) from registration_numbers r where r.organisation_id = o.id
    union select 'domain', own_host(w.url) from organisation_websites w where w.organisation_id = o.id
  ) k
  where o.deleted_at is null and k.key is not null
  union all
  select 'people', k.kind, left(k.key, 200), p.id
  from people p
  cross join lateral (
    select 'name' as kind, name_key(concat_ws(' ', p.given_name, p.family_name)) as key
    union select 'name', name_key(p.native_name)
    union select 'email', lower(p.email)
    -- "J. Dupont" and "Jean Dupont".
    union select 'start', left(words_of(p.given_name), 2) || words_of(p.family_name) where p.given_name is not null
  ) k
  where p.deleted_at is null and k.key is not null and not exists (select from erased_people e where e.id = p.id);

create function refresh_match_keys(of_noun text, wanted uuid[]) returns void
  language plpgsql
as $$
begin
  delete from match_keys h where h.record_id = any (wanted) and h.noun = of_noun;
  insert into match_keys (noun, kind, key, record_id)
  select w.noun, w.kind, w.key, w.record_id from match_keys_wanted w where w.noun = of_noun and w.record_id = any (wanted);
end
$$;

-- Arguments: the noun, and the column of its record.
create function refresh_match_keys_of_rows() returns trigger
  language plpgsql
as $$
begin
  if current_setting('corridor.bulk', true) = 'on' then return null; end if;
  perform refresh_match_keys(tg_argv[0], array(select distinct (to_jsonb(t) ->> tg_argv[1])::uuid from written t));
  return null;
end
$$;

create function refresh_match_keys_of_row() returns trigger
  language plpgsql
as $$
begin
  if current_setting('corridor.bulk', true) = 'on' then return null; end if;
  perform refresh_match_keys(tg_argv[0], array[new.id]);
  return null;
end
$$;

do $$
declare
  entry record;
begin
  for entry in select * from (values
    ('organisations', 'organisations', 'id'),
    ('organisation_names', 'organisations', 'organisation_id'),
    ('organisation_websites', 'organisations', 'organisation_id'),
    ('registration_numbers', 'organisations', 'organisation_id'),
    ('people', 'people', 'id')
  ) as t (name, noun, root)
  loop
    execute format('create trigger keyed_in after insert on %I referencing new table as written for each statement execute function refresh_match_keys_of_rows(%L, %L)', entry.name, entry.noun, entry.root);
    execute format('create trigger keyed_out after delete on %I referencing old table as written for each statement execute function refresh_match_keys_of_rows(%L, %L)', entry.name, entry.noun, entry.root);
    if entry.root <> 'id' then
      execute format('create trigger keyed_from after update on %I referencing old table as written for each statement execute function refresh_match_keys_of_rows(%L, %L)', entry.name, entry.noun, entry.root);
      execute format('create trigger keyed_to after update on %I referencing new table as written for each statement execute function refresh_match_keys_of_rows(%L, %L)', entry.name, entry.noun, entry.root);
    end if;
  end loop;
end
$$;
create trigger keyed after update on organisations for each row
  when (old.name <> new.name or old.town is distinct from new.town or (old.deleted_at is null) <> (new.deleted_at is null))
  execute function refresh_match_keys_of_row('organisations');
create trigger keyed after update on people for each row
  when (old.given_name is distinct from new.given_name or old.family_name <> new.family_name or old.native_name is distinct from new.native_name
    or old.email is distinct from new.email or (old.deleted_at is null) <> (new.deleted_at is null))
  execute function refresh_match_keys_of_row('people');

-- Makes all that is derived from the records anew; for who has written with corridor.bulk = 'on'.
alter function refresh_all_search() rename to refresh_all_but_match_keys;
create function refresh_all_search() returns void
  language sql
as $$
  select refresh_all_but_match_keys();
  delete from match_keys;
  insert into match_keys (noun, kind, key, record_id) select noun, kind, key, record_id from match_keys_wanted;
$$;

insert into match_keys (noun, kind, key, record_id) select noun, kind, key, record_id from match_keys_wanted;

-- ── Triggers, by table ────────────────────────────────────────────────────────────────────────────────────────────

do $$
declare
  entry record;
begin
  for entry in select * from (values
    -- table, noun of the root ('' where rows name their own), its column
    ('merged_organisations', 'organisations', 'into_id'),
    ('merged_people', 'people', 'into_id'),
    ('not_duplicates', '', 'a_id'),
    ('person_privacy', 'people', 'id'),
    ('person_consents', 'people', 'person_id'),
    ('erased_people', 'people', 'id')
  ) as t (name, noun, root)
  loop
    execute format('create trigger noted after insert or update or delete on %I for each row execute function note_change(%L, %L)', entry.name, entry.noun, entry.root);
  end loop;
end
$$;
