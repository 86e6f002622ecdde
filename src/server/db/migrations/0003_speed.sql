-- What lists, filters and the overview ask for most, kept ready: how each agreement stands, and what each organisation is
-- to agreements. All of it is derived, never exported, and made anew by `refresh_all_search`.

-- ── How agreements stand ──────────────────────────────────────────────────────────────────────────────────────────

create table agreement_standing (
  agreement_id uuid primary key references agreements on delete cascade,
  -- Parties that must sign, and the days on which they have, oldest first.
  required_count int not null,
  signed_days date[] not null,
  -- The day the last of them signed; null until all have.
  signed_on date,
  -- The stages in the order they count: by day, the furthest last where two began the same day.
  stages_since date[] not null,
  stages text[] not null
);

-- The same, worked out from the records.
create view agreement_standing_wanted as
  select a.id as agreement_id,
    coalesce(r.required_count, 0) as required_count,
    coalesce(r.signed_days, '{}') as signed_days,
    case when r.required_count = cardinality(r.signed_days) then r.signed_days[r.required_count] end as signed_on,
    coalesce(t.since, '{}') as stages_since,
    coalesce(t.stages, '{}') as stages
  from agreements a
  left join (
    select p.agreement_id, count(*)::int as required_count,
      array_agg(s.signed_on order by s.signed_on) filter (where s.id is not null) as signed_days
    from agreement_parties p
    left join signatures s on s.party_id = p.id and s.decision = 'signed'
    where p.required
    group by p.agreement_id
  ) r on r.agreement_id = a.id
  left join (
    select g.agreement_id,
      array_agg(g.since order by g.since, array_position('{prospect,negotiation,drafting}'::text[], g.stage)) as since,
      array_agg(g.stage order by g.since, array_position('{prospect,negotiation,drafting}'::text[], g.stage)) as stages
    from agreement_stages g
    group by g.agreement_id
  ) t on t.agreement_id = a.id;

create function refresh_standing(of_agreement uuid) returns void
  language sql
as $$
  insert into agreement_standing as held
  select * from agreement_standing_wanted w where w.agreement_id = of_agreement
  on conflict (agreement_id) do update
    set required_count = excluded.required_count, signed_days = excluded.signed_days, signed_on = excluded.signed_on,
      stages_since = excluded.stages_since, stages = excluded.stages
    where held is distinct from excluded;
$$;

create function refresh_standing_of_row() returns trigger
  language plpgsql
as $$
begin
  if current_setting('corridor.bulk', true) = 'on' then return null; end if;
  if tg_op <> 'INSERT' then perform refresh_standing(old.agreement_id); end if;
  if tg_op <> 'DELETE' and (tg_op = 'INSERT' or new.agreement_id <> old.agreement_id) then
    perform refresh_standing(new.agreement_id);
  end if;
  return null;
end
$$;

create function begin_standing() returns trigger
  language plpgsql
as $$
begin
  if current_setting('corridor.bulk', true) = 'on' then return null; end if;
  perform refresh_standing(new.id);
  return null;
end
$$;

create trigger standing after insert on agreements for each row execute function begin_standing();
create trigger standing after insert or update or delete on agreement_parties for each row execute function refresh_standing_of_row();
create trigger standing after insert or update or delete on signatures for each row execute function refresh_standing_of_row();
create trigger standing after insert or update or delete on agreement_stages for each row execute function refresh_standing_of_row();

-- The status of every agreement (or of those wanted) as of a day: the SQL twin of `agreementStatus` in
-- src/domain/agreement.ts. How many of the days kept have come is `width_bucket`: nothing is counted or joined for it.
create or replace function agreements_on(day date, wanted uuid[] default null)
  returns table (agreement_id uuid, status text, stage text, overdue boolean, signed_on date, signed_count int, required_count int)
  language sql stable
as $$
  select a.id,
    case
      when a.terminated_on <= day then 'terminated'
      when a.abandoned_on <= day then 'abandoned'
      when h.signed_on is null or h.signed_on > day then coalesce(h.stages[width_bucket(day, h.stages_since)], 'prospect')
      when m.agreement_id is not null then 'renewed'
      when day < partial_first(a.starts) then 'signed'
      when a.ends is null then 'active'
      when day > partial_last(a.ends) then 'expired'
      when day + a.notice_days >= partial_last(a.ends) then 'expiring'
      else 'active'
    end,
    coalesce(h.stages[width_bucket(day, h.stages_since)], 'prospect'),
    -- Neither signed nor given up, which the status need not be worked out for once more.
    coalesce(partial_last(a.target_signature) < day, false) and coalesce(h.signed_on > day, true)
      and coalesce(a.terminated_on > day, true) and coalesce(a.abandoned_on > day, true),
    h.signed_on, width_bucket(day, h.signed_days), h.required_count
  from agreements a
  join agreement_standing h on h.agreement_id = a.id
  left join agreements n on n.renews_id = a.id and n.deleted_at is null
  left join agreement_standing m on m.agreement_id = n.id and m.signed_on <= day
  where wanted is null or a.id = any (wanted)
$$;

-- ── What organisations are to agreements ──────────────────────────────────────────────────────────────────────────

-- Living organisations that are partners (by kind, or on the partner side of a living agreement), or that are party to
-- living agreements or negotiate them; how many, each once.
create table organisation_standing (
  organisation_id uuid primary key references organisations on delete cascade,
  partner boolean not null,
  agreement_count int not null
);
create index organisation_standing_by_count on organisation_standing (agreement_count, organisation_id) where agreement_count > 0;
create index organisation_standing_partners on organisation_standing (organisation_id) where partner;

create view organisation_standing_wanted as
  select o.id as organisation_id, w.partner or 'partner' = any (o.kinds) as partner, w.agreement_count
  from organisations o
  cross join lateral (
    select count(distinct a.id)::int as agreement_count, coalesce(bool_or(x.partner), false) as partner
    from (
      select p.agreement_id, p.side = 'partner' as partner from agreement_parties p where p.organisation_id = o.id
      union all
      select n.id, false from agreements n where n.negotiator_id = o.id
    ) x
    join agreements a on a.id = x.agreement_id and a.deleted_at is null
  ) w
  where o.deleted_at is null and (w.agreement_count > 0 or 'partner' = any (o.kinds));

create function refresh_organisation_standing(of_organisation uuid) returns void
  language plpgsql
as $$
declare
  wanted organisation_standing%rowtype;
begin
  if of_organisation is null then return; end if;
  select * into wanted from organisation_standing_wanted w where w.organisation_id = of_organisation;
  if not found then
    delete from organisation_standing h where h.organisation_id = of_organisation;
    return;
  end if;
  insert into organisation_standing as held values (wanted.*)
  on conflict (organisation_id) do update set partner = excluded.partner, agreement_count = excluded.agreement_count
    where held is distinct from excluded;
end
$$;

create function refresh_organisation_standing_of_row() returns trigger
  language plpgsql
as $$
begin
  if current_setting('corridor.bulk', true) = 'on' then return null; end if;
  if tg_table_name = 'organisations' then
    perform refresh_organisation_standing(new.id);
  elsif tg_table_name = 'agreement_parties' then
    if tg_op <> 'INSERT' then perform refresh_organisation_standing(old.organisation_id); end if;
    if tg_op <> 'DELETE' and (tg_op = 'INSERT' or new.organisation_id <> old.organisation_id) then
      perform refresh_organisation_standing(new.organisation_id);
    end if;
  else
    if tg_op <> 'INSERT' then perform refresh_organisation_standing(old.negotiator_id); end if;
    if tg_op <> 'DELETE' then perform refresh_organisation_standing(new.negotiator_id); end if;
    if tg_op = 'UPDATE' and (new.deleted_at is null) <> (old.deleted_at is null) then
      perform refresh_organisation_standing(p.organisation_id) from agreement_parties p where p.agreement_id = new.id;
    end if;
  end if;
  return null;
end
$$;

create trigger standing after insert on organisations for each row
  when ('partner' = any (new.kinds)) execute function refresh_organisation_standing_of_row();
create trigger standing_changed after update of kinds, deleted_at on organisations for each row
  when (old.kinds <> new.kinds or (old.deleted_at is null) <> (new.deleted_at is null)) execute function refresh_organisation_standing_of_row();
create trigger organisation_standing after insert or update or delete on agreement_parties for each row execute function refresh_organisation_standing_of_row();
create trigger organisation_standing after insert or delete on agreements for each row execute function refresh_organisation_standing_of_row();
create trigger organisation_standing_changed after update of negotiator_id, deleted_at on agreements for each row
  when (old.negotiator_id is distinct from new.negotiator_id or (old.deleted_at is null) <> (new.deleted_at is null))
  execute function refresh_organisation_standing_of_row();

-- ── All of it anew ────────────────────────────────────────────────────────────────────────────────────────────────

create function refresh_all_standing() returns void
  language sql
as $$
  delete from agreement_standing;
  insert into agreement_standing select * from agreement_standing_wanted;
  delete from organisation_standing;
  insert into organisation_standing
  select o.id, coalesce(w.partner, false) or 'partner' = any (o.kinds), coalesce(w.agreement_count, 0)
  from organisations o
  left join (
    select x.organisation_id, count(distinct a.id)::int as agreement_count, bool_or(x.partner) as partner
    from (
      select p.organisation_id, p.agreement_id, p.side = 'partner' as partner from agreement_parties p
      union all
      select n.negotiator_id, n.id, false from agreements n where n.negotiator_id is not null
    ) x
    join agreements a on a.id = x.agreement_id and a.deleted_at is null
    group by x.organisation_id
  ) w on w.organisation_id = o.id
  where o.deleted_at is null and (w.agreement_count > 0 or 'partner' = any (o.kinds));
$$;

-- Makes all that is derived from the records anew; for who has written with corridor.bulk = 'on'.
create or replace function refresh_all_search() returns void
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
  select refresh_all_standing();
$$;

select refresh_all_standing();
