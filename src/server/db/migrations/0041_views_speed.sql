-- What the pages of clusters, markets and alliances ask for most, kept ready or made cheaper.

-- ── Who was there ─────────────────────────────────────────────────────────────────────────────────────────────────

-- From when until when a living participation's last state was to have attended: on a day that is in between, it is counted. Half
-- of all states are looked at to know this from them. Derived, never exported, made anew by `refresh_all_search`.
create table attendances (
  state_id uuid primary key references participation_states on delete cascade,
  participation_id uuid not null,
  mission_id uuid not null,
  side text not null,
  organisation_id uuid not null,
  cluster_id uuid,
  sample boolean not null,
  since date not null,
  -- The day from which a later state holds; infinity while none does.
  until date not null
);
create index on attendances (participation_id);
create index on attendances (mission_id);
create index on attendances (cluster_id);

-- The same, worked out from the records.
create view attendances_wanted as
  select t.id as state_id, p.id as participation_id, p.mission_id, p.side, p.organisation_id, p.cluster_id, p.sample, t.since,
    coalesce((select min(u.since) from participation_states u where u.participation_id = t.participation_id and u.position > t.position), 'infinity') as until
  from participation_states t join participations p on p.id = t.participation_id and p.deleted_at is null
  where t.state = 'attended';

create function refresh_attendances(of_participation uuid) returns void
  language sql
as $$
  delete from attendances h where h.participation_id = of_participation;
  insert into attendances select * from attendances_wanted w where w.participation_id = of_participation;
$$;

create function refresh_attendances_of_row() returns trigger
  language plpgsql
as $$
begin
  if current_setting('corridor.bulk', true) = 'on' then return null; end if;
  if tg_table_name = 'participations' then
    perform refresh_attendances(new.id);
    return null;
  end if;
  if tg_op <> 'INSERT' then perform refresh_attendances(old.participation_id); end if;
  if tg_op <> 'DELETE' and (tg_op = 'INSERT' or new.participation_id <> old.participation_id) then
    perform refresh_attendances(new.participation_id);
  end if;
  return null;
end
$$;

create trigger attendances after insert or update or delete on participation_states for each row execute function refresh_attendances_of_row();
create trigger attendances after update on participations for each row
  when (old.mission_id <> new.mission_id or old.side <> new.side or old.organisation_id <> new.organisation_id or old.sample <> new.sample
    or old.cluster_id is distinct from new.cluster_id or (old.deleted_at is null) <> (new.deleted_at is null))
  execute function refresh_attendances_of_row();

-- Makes all that is derived from the records anew; for who has written with corridor.bulk = 'on'.
alter function refresh_all_search() rename to refresh_all_but_attendances;
create function refresh_all_search() returns void
  language sql
as $$
  select refresh_all_but_attendances();
  delete from attendances;
  insert into attendances select * from attendances_wanted;
$$;

insert into attendances select * from attendances_wanted;

-- ── Tasks ─────────────────────────────────────────────────────────────────────────────────────────────────────────

-- Until when a task rests is not asked of one that does not.
create or replace function task_rests(t tasks, day date) returns boolean
  language sql stable
as $$
  select case when t.snoozed_from <= day then coalesce(day < task_rests_until(t), false) else false end
$$;
