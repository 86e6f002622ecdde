-- Participation across companies: targets of alliances; who was served counts from home alone; indexes for it.

-- ── Targets ───────────────────────────────────────────────────────────────────────────────────────────────────────

-- What an alliance has set out to reach. The number reached is never kept: it is counted from the records.
create table alliance_targets (
  id uuid primary key,
  alliance_id uuid not null references alliances,
  position int not null,
  -- What is counted: "smes", the SMEs to which business or R&D abroad was opened.
  indicator text not null check (indicator <> ''),
  value int not null check (value > 0),
  -- Until when; null where that is not said.
  by_date partial_date,
  -- As its source puts it, and the source.
  detail text,
  source_id uuid references sources,
  sample boolean not null default false
);
create index on alliance_targets (alliance_id);
create index on alliance_targets (source_id);

create trigger noted after insert or update or delete on alliance_targets for each row execute function note_change('alliances', 'alliance_id');
create trigger sampled before insert on alliance_targets for each row
  when (current_setting('corridor.sample', true) = 'on') execute function mark_sample();

-- ── Who was served ────────────────────────────────────────────────────────────────────────────────────────────────

create index participation_attended on participation_states (since, participation_id) where state = 'attended';

-- Counterparts who come to be met are not served by it, and nobody misses them among those who were.
alter table company_standing add column counterpart boolean not null default false;

create or replace view company_standing_wanted as
  select o.id as organisation_id, s.served_on, coalesce(p.participations, 0)::int as participations, coalesce(p.counterpart, false) as counterpart
  from organisations o
  cross join lateral (
    select min(day) as served_on from (
      select t.since as day from participations x join participation_states t on t.participation_id = x.id
        where x.organisation_id = o.id and x.side = 'home' and x.deleted_at is null and t.state = 'attended'
      union all select coalesce(partial_first(v.starts), partial_first(v.ends), v.created_at::date) from services v where v.organisation_id = o.id
      union all select a.granted_on from aid a where a.organisation_id = o.id and a.origin = 'awarded'
    ) days
  ) s
  cross join lateral (
    select count(*) as participations, bool_and(x.side = 'partner') as counterpart
    from participations x where x.organisation_id = o.id and x.deleted_at is null
  ) p
  where 'company' = any (o.kinds) and o.deleted_at is null and (s.served_on is not null or p.participations > 0);

create or replace function refresh_company_standing(of_organisation uuid) returns void
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
  on conflict (organisation_id) do update
    set served_on = excluded.served_on, participations = excluded.participations, counterpart = excluded.counterpart
    where held is distinct from excluded;
end
$$;

-- Whom a status is that of, from the index alone.
drop index sme_periods_by_status;
create index sme_periods_by_status on sme_periods (status, from_date, to_date, organisation_id) where listed;

-- ── Which living companies are in which clusters ──────────────────────────────────────────────────────────────────

-- Narrow, so that those of a cluster are counted from the index alone. Open ends are infinite.
create table company_members (
  cluster_id uuid not null,
  organisation_id uuid not null references organisations on delete cascade,
  from_date date not null,
  to_date date not null,
  primary key (cluster_id, organisation_id, from_date, to_date)
);
create index on company_members (organisation_id, cluster_id);

create view company_members_wanted as
  select distinct f.to_id as cluster_id, f.organisation_id, coalesce(partial_first(f.from_date), '-infinity') as from_date,
    coalesce(partial_last(f.to_date), 'infinity') as to_date
  from affiliations f join organisations o on o.id = f.organisation_id and o.deleted_at is null and 'company' = any (o.kinds)
  where f.role in ('member', 'founder');

create function refresh_company_members_of_row() returns trigger
  language plpgsql
as $$
declare
  changed uuid[];
begin
  if current_setting('corridor.bulk', true) = 'on' then return null; end if;
  if tg_table_name = 'organisations' then changed := array[new.id];
  elsif tg_op = 'INSERT' then changed := array[new.organisation_id];
  elsif tg_op = 'DELETE' then changed := array[old.organisation_id];
  else changed := array[old.organisation_id, new.organisation_id];
  end if;
  delete from company_members h where h.organisation_id = any (changed);
  insert into company_members select * from company_members_wanted w where w.organisation_id = any (changed);
  return null;
end
$$;

create trigger company_members after insert or update or delete on affiliations for each row execute function refresh_company_members_of_row();
create trigger company_members after update of kinds, deleted_at on organisations for each row
  when (old.kinds <> new.kinds or (old.deleted_at is null) <> (new.deleted_at is null)) execute function refresh_company_members_of_row();

create or replace function refresh_all_company_standing() returns void
  language sql
as $$
  delete from company_standing;
  insert into company_standing
  select o.id, min(x.day), coalesce(max(x.participations), 0)::int, coalesce(bool_and(x.counterpart), false)
  from organisations o
  join (
    select p.organisation_id, null::date as day, count(*) as participations, bool_and(p.side = 'partner') as counterpart
      from participations p where p.deleted_at is null group by 1
    union all
    select p.organisation_id, t.since, null, null from participations p join participation_states t on t.participation_id = p.id
      where p.side = 'home' and p.deleted_at is null and t.state = 'attended'
    union all select v.organisation_id, coalesce(partial_first(v.starts), partial_first(v.ends), v.created_at::date), null, null from services v
    union all select a.organisation_id, a.granted_on, null, null from aid a where a.origin = 'awarded'
  ) x on x.organisation_id = o.id
  where 'company' = any (o.kinds) and o.deleted_at is null
  group by o.id;
  delete from company_members;
  insert into company_members select * from company_members_wanted;
$$;

select refresh_all_company_standing();
