-- What an alliance has set out to reach is an indicator like any other: counted by one rule, each record opened, each left out told why.
-- Until now it was held beside the indicators, as a number of SMEs.

-- Makes indicators of targets as they were held before, but for those that an indicator says already. A workspace file of an
-- earlier version brings its targets through this, too.
create function take_alliance_targets(targets jsonb) returns void
  language sql
as $$
  with held as (
    select t.* from jsonb_to_recordset(coalesce(targets, '[]')) as t (
      id uuid, alliance_id uuid, value int, by_date text, detail text, source_id uuid, sample boolean)
    where not exists (
      select from indicators i
      where i.alliance_id = t.alliance_id and i.measure = 'smes_served' and i.target = t.value and i.deleted_at is null)
  ), taken as (
    insert into indicators (id, title, title_fr, definition, vocabulary, alliance_id, measure, kinds, through, ends, target, sample, created_at, updated_at)
    select h.id, 'SMEs to which business or R&D abroad was opened', 'PME à qui des débouchés d’affaires ou de R&D à l’étranger ont été ouverts', h.detail,
      'own', h.alliance_id, 'smes_served',
      -- Missions that open business or R&D; trainings, seminars and ceremonies prepare or mark it.
      '{trade_fair,business_mission,exploratory_trip,joint_event,expert_visit,incoming_delegation}'::text[], '{mission}'::text[], h.by_date, h.value,
      coalesce(h.sample, false), l.created_at, l.updated_at
    from held h left join alliances l on l.id = h.alliance_id
    returning id
  )
  insert into citations (id, noun, record_id, source_id)
  select gen_random_uuid(), 'indicators', h.id, h.source_id from held h join taken on taken.id = h.id where h.source_id is not null
$$;

select take_alliance_targets((select jsonb_agg(to_jsonb(t)) from alliance_targets t));

drop table alliance_targets;
