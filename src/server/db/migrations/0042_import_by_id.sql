-- What is derived from many records at once is looked up id by id. A list of ids as a condition was left to the planner, which knows
-- nothing of tables that an import is only just filling: it read them whole, and compared each row with every id.

create or replace function tally_organisations(wanted uuid[], sign int) returns void
  language sql
as $$
  insert into organisation_counts as held
  select coalesce(o.country, ''), o.kinds, sign * count(*)
  from (select distinct unnest(wanted)) asked (id)
  cross join lateral (select * from organisations o where o.id = asked.id offset 0) o
  where o.deleted_at is null group by 1, 2 order by 1, 2
  on conflict (country, kinds) do update set living = held.living + excluded.living;
$$;

create or replace function refresh_match_keys(of_noun text, wanted uuid[]) returns void
  language plpgsql
as $$
begin
  delete from match_keys where ctid = any (array(
    select h.place from (select distinct unnest(wanted)) asked (id)
    cross join lateral (select h.ctid as place, h.noun from match_keys h where h.record_id = asked.id offset 0) h
    where h.noun = of_noun));
  insert into match_keys (noun, kind, key, record_id)
  select w.noun, w.kind, w.key, w.record_id from (select distinct unnest(wanted)) asked (id)
  cross join lateral (select * from match_keys_wanted w where w.noun = of_noun and w.record_id = asked.id offset 0) w;
end
$$;

create or replace function refresh_records(of_noun text, wanted uuid[]) returns void
  language plpgsql
as $$
begin
  delete from search_entries where ctid = any (array(
    select e.place from (select distinct unnest(wanted)) asked (id)
    cross join lateral (select e.ctid as place from search_entries e where e.noun = of_noun and e.record_id = asked.id offset 0) e));
  insert into search_entries
  select w.* from (select distinct unnest(wanted)) asked (id)
  cross join lateral (select * from search_entries_wanted w where w.noun = of_noun and w.record_id = asked.id offset 0) w;
  insert into search_words
  select distinct word from (select distinct unnest(wanted)) asked (id)
  cross join lateral (select e.text from search_entries e where e.noun = of_noun and e.record_id = asked.id offset 0) e,
    regexp_split_to_table(e.text, ' ') word
  where length(word) between 3 and 40 and word !~ '[0-9]'
  order by word
  on conflict do nothing;
  perform refresh_match_keys(of_noun, wanted);
  if of_noun = 'organisations' then
    delete from company_members where ctid = any (array(
      select h.place from (select distinct unnest(wanted)) asked (id)
      cross join lateral (select h.ctid as place from company_members h where h.organisation_id = asked.id offset 0) h));
    insert into company_members
    select w.* from (select distinct unnest(wanted)) asked (id)
    cross join lateral (select * from company_members_wanted w where w.organisation_id = asked.id offset 0) w;
    perform refresh_organisation_standing(o.id) from (select distinct unnest(wanted)) asked (id)
    cross join lateral (select * from organisations o where o.id = asked.id offset 0) o
    where 'partner' = any (o.kinds) or exists (select from organisation_standing h where h.organisation_id = o.id);
  end if;
end
$$;

-- ── History of many rows ──────────────────────────────────────────────────────────────────────────────────────────

-- Notes the rows that one statement added, as `note_change` notes each. Arguments: noun and column of the root record.
create function note_added() returns trigger
  language plpgsql
as $$
declare
  change_set text := current_setting('corridor.change_set', true);
begin
  if change_set is null or change_set = '' then return null; end if;
  insert into changes (change_set_id, table_name, row_id, noun, record_id, after)
  select change_set::uuid, tg_table_name, (r.held ->> 'id')::uuid, tg_argv[0], (r.held ->> tg_argv[1])::uuid, r.held
  from added a cross join lateral (select to_jsonb(a) as held offset 0) r;
  return null;
end
$$;

-- What an import adds many of is noted once for each statement, a third of the cost of row by row.
do $$
declare
  entry record;
begin
  for entry in
    select c.relname as name, split_part(encode(t.tgargs, 'escape'), '\000', 1) as noun, split_part(encode(t.tgargs, 'escape'), '\000', 2) as root
    from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where t.tgname = 'noted' and c.relnamespace = current_schema()::regnamespace
      and c.relname in ('organisations', 'organisation_names', 'organisation_websites', 'affiliations', 'company_profiles',
        'registration_numbers', 'company_addresses', 'people', 'person_privacy', 'posts')
  loop
    execute format('drop trigger noted on %I', entry.name);
    execute format('create trigger noted after update or delete on %I for each row execute function note_change(%L, %L)', entry.name, entry.noun, entry.root);
    execute format('create trigger noted_one after insert on %I for each row when (current_setting(''corridor.bulk'', true) is distinct from ''on'') execute function note_change(%L, %L)', entry.name, entry.noun, entry.root);
    execute format('create trigger noted_many after insert on %I referencing new table as added for each statement when (current_setting(''corridor.bulk'', true) = ''on'') execute function note_added(%L, %L)', entry.name, entry.noun, entry.root);
  end loop;
end
$$;
