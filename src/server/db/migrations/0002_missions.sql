-- Missions: who takes part, who asks to meet whom, the schedule and what came of it.

alter domain record_noun drop constraint record_noun_check;
alter domain record_noun add constraint record_noun_check check (value in (
  'organisations', 'people', 'alliances', 'markets', 'agreements', 'missions', 'participations', 'meetings'));

-- ── Missions ──────────────────────────────────────────────────────────────────────────────────────────────────────

create table missions (
  id uuid primary key,
  version int not null default 1,
  title text not null check (title <> ''),
  kind text not null check (kind in ('trade_fair', 'business_mission', 'exploratory_trip', 'seminar', 'joint_event', 'training',
    'expert_visit', 'incoming_delegation', 'press_conference', 'signing_ceremony')),
  summary text,
  alliance_id uuid references alliances,
  market_id uuid references markets,
  region_id uuid references market_regions,
  starts partial_date,
  ends partial_date,
  start_time time,
  time_zone text,
  home_time_zone text,
  venue text,
  town text,
  country text check (country ~ '^[A-Z]{2}$'),
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  capacity int check (capacity between 1 and 10000),
  fee_minor bigint check (fee_minor >= 0),
  fee_currency text check (fee_currency ~ '^[A-Z]{3}$'),
  applications_close date,
  free_withdrawal_until date,
  cancelled_on date,
  cancelled_reason text,
  closed_on date,
  sample boolean not null default false,
  deleted_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint mission_period check (partial_first(starts) <= partial_last(ends)),
  constraint fee_whole check ((fee_minor is null) = (fee_currency is null)),
  constraint cancelled_with_reason check ((cancelled_on is null) = (cancelled_reason is null))
);
create index on missions (alliance_id);
create index on missions (market_id);
create index missions_by_title on missions (sorted_as(title), id) where deleted_at is null;
create index missions_by_start on missions (coalesce(partial_first(starts), 'infinity'), id) where deleted_at is null;
create index missions_by_update on missions (updated_at, id) where deleted_at is null;

create table mission_stages (
  id uuid primary key,
  mission_id uuid not null references missions,
  stage text not null check (stage in ('idea', 'planned', 'preparing')),
  since date not null
);
create index on mission_stages (mission_id);

create table mission_bodies (
  id uuid primary key,
  mission_id uuid not null references missions,
  position int not null,
  organisation_id uuid not null references organisations,
  role text not null check (role in ('lead', 'participant', 'host', 'organiser')),
  constraint body_once unique (mission_id, organisation_id, role) deferrable initially deferred
);
create index on mission_bodies (organisation_id);

create table mission_agreements (
  id uuid primary key,
  mission_id uuid not null references missions,
  position int not null,
  agreement_id uuid not null references agreements,
  action_id uuid references cooperation_actions
);
create index on mission_agreements (mission_id);
create index on mission_agreements (agreement_id);
create index on mission_agreements (action_id);

create table mission_steps (
  id uuid primary key,
  mission_id uuid not null references missions,
  position int not null,
  phase text not null check (phase in ('decision', 'participants', 'individual_programmes', 'briefing', 'on_site', 'follow_up')),
  key text,
  title text,
  due date,
  anchor text check (anchor in ('start', 'end')),
  days int check (days between -1500 and 1500),
  done_on date,
  owner_id uuid references people,
  sample boolean not null default false,
  constraint step_named check (key is not null or title is not null),
  constraint step_anchored check ((anchor is null) = (days is null))
);
create index on mission_steps (mission_id);
create index on mission_steps (owner_id);

create table mission_criteria (
  id uuid primary key,
  mission_id uuid not null references missions,
  position int not null,
  name text not null check (name <> ''),
  weight int not null check (weight between 1 and 100),
  sample boolean not null default false
);
create index on mission_criteria (mission_id);

-- The SQL twin of `stepDue` in src/domain/mission.ts; the calendar of four-digit years has an end at either side.
create function step_due(due date, anchor text, days int, starts text, ends text) returns date
  language sql immutable parallel safe
  return (
    select coalesce(due, case when c.counted is not null then greatest(date '0001-01-01', least(date '9999-12-31', c.counted)) end)
    from (select case anchor when 'start' then partial_first(starts) when 'end' then partial_last(coalesce(ends, starts)) end + days as counted) c
  );

-- The status of missions as of a day: the SQL twin of `missionStatus` in src/domain/mission.ts.
create function missions_on(day date, wanted uuid[] default null)
  returns table (mission_id uuid, status text, stage text)
  language sql stable
as $$
  with staged as (
    select t.mission_id,
      (array['idea', 'planned', 'preparing'])[max((t.since - date '0001-01-01') * 4
        + case t.stage when 'idea' then 1 when 'planned' then 2 else 3 end) % 4] as stage
    from mission_stages t
    where t.since <= day and (wanted is null or t.mission_id = any (wanted))
    group by t.mission_id
  )
  select m.id,
    case
      when m.cancelled_on <= day then 'cancelled'
      when m.closed_on <= day then 'closed'
      when partial_last(coalesce(m.ends, m.starts)) < day then 'follow_up'
      when length(m.starts) = 10 and partial_first(m.starts) <= day then 'running'
      else coalesce(t.stage, 'idea')
    end,
    coalesce(t.stage, 'idea')
  from missions m
  left join staged t on t.mission_id = m.id
  where wanted is null or m.id = any (wanted)
$$;

-- ── The schedule's grid ───────────────────────────────────────────────────────────────────────────────────────────

create table slots (
  id uuid primary key,
  mission_id uuid not null references missions,
  position int not null,
  day date not null,
  starts time not null,
  ends time not null,
  session text not null check (session in ('morning', 'afternoon')),
  sample boolean not null default false,
  constraint slot_lasts check (starts < ends),
  constraint slots_apart exclude using gist (mission_id with =, tsrange(day + starts, day + ends) with &&) deferrable initially deferred,
  constraint slot_of_mission unique (id, mission_id)
);
create index on slots (mission_id);

create table meeting_tables (
  id uuid primary key,
  mission_id uuid not null references missions,
  position int not null,
  name text not null check (name <> ''),
  place text,
  sample boolean not null default false,
  constraint table_of_mission unique (id, mission_id)
);
create index on meeting_tables (mission_id);

create table table_closures (
  id uuid primary key,
  mission_id uuid not null references missions,
  table_id uuid not null references meeting_tables,
  slot_id uuid not null references slots,
  constraint closure_once unique (table_id, slot_id) deferrable initially deferred
);
create index on table_closures (mission_id);
create index on table_closures (slot_id);

-- ── Who takes part ────────────────────────────────────────────────────────────────────────────────────────────────

create table participations (
  id uuid primary key,
  version int not null default 1,
  mission_id uuid not null references missions,
  side text not null check (side in ('home', 'partner')),
  organisation_id uuid not null references organisations,
  cluster_id uuid references organisations,
  themes text[] not null default '{}',
  offers text[] not null default '{}',
  seeks text[] not null default '{}',
  languages text[] not null default '{}',
  note text,
  fee_minor bigint check (fee_minor >= 0),
  fee_currency text check (fee_currency ~ '^[A-Z]{3}$'),
  fee_paid_on date,
  sample boolean not null default false,
  deleted_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint participation_fee_whole check ((fee_minor is null) = (fee_currency is null)),
  constraint participation_of_mission unique (id, mission_id)
);
create unique index participations_once on participations (mission_id, organisation_id) where deleted_at is null;
create index on participations (organisation_id);
create index on participations (cluster_id);
create index participations_by_update on participations (updated_at, id) where deleted_at is null;

create table participation_states (
  id uuid primary key,
  participation_id uuid not null references participations,
  -- Counts the states of one participation: two may begin on one day.
  position int not null,
  state text not null check (state in ('invited', 'applied', 'shortlisted', 'accepted', 'waitlisted', 'rejected', 'confirmed',
    'attended', 'no_show', 'withdrawn')),
  since date not null,
  reason text,
  -- Numbers those of a mission who were put on its waiting list: several may have been on one day.
  turn int check ((turn is null) = (state <> 'waitlisted')),
  constraint state_in_turn unique (participation_id, position) deferrable initially deferred
);

-- The state of a participation as of a day, and since when: the SQL twin of `participationOn` in src/domain/participation.ts.
-- Before the first state is recorded it is to be invited.
create function participation_on(participation uuid, day date)
  returns table (state text, since date, reason text, turn int)
  language sql stable
as $$
  select case when t.since <= day then t.state else 'invited' end, t.since, case when t.since <= day then t.reason end, t.turn
  from participation_states t
  where t.participation_id = participation
  order by t.since <= day desc, abs(t.since - day), case when t.since <= day then -t.position else t.position end
  limit 1
$$;

-- How many of a mission's places are taken: by living companies of the home side that were accepted last, or came.
create function places_taken(mission uuid) returns int
  language sql stable
as $$
  select count(*)::int
  from participations p
  cross join lateral (
    select t.state from participation_states t where t.participation_id = p.id order by t.position desc limit 1
  ) newest
  where p.mission_id = mission and p.side = 'home' and p.deleted_at is null
    and newest.state in ('accepted', 'confirmed', 'attended', 'no_show')
$$;

-- No mission takes more companies than it has places, whatever is done, undone or restored, and by however many at once:
-- who takes a place waits for the others. Checked as a transaction ends, so that places may change hands within one; who
-- writes in bulk checks it once for all.
create function keep_capacity() returns trigger
  language plpgsql
as $$
declare
  held jsonb := to_jsonb(coalesce(new, old));
  of_mission uuid;
  places int;
begin
  if current_setting('corridor.bulk', true) = 'on' then return null; end if;
  of_mission := case tg_table_name
    when 'missions' then (held ->> 'id')::uuid
    when 'participations' then (held ->> 'mission_id')::uuid
    else (select p.mission_id from participations p where p.id = (held ->> 'participation_id')::uuid)
  end;
  select m.capacity into places from missions m where m.id = of_mission for no key update;
  if places is not null and places_taken(of_mission) > places then
    raise exception 'Mission % has % places, and more are taken', of_mission, places
      using errcode = 'check_violation', constraint = 'capacity_kept';
  end if;
  return null;
end
$$;

create table participation_people (
  id uuid primary key,
  participation_id uuid not null references participations,
  position int not null,
  person_id uuid not null references people,
  constraint person_once unique (participation_id, person_id) deferrable initially deferred
);
create index on participation_people (person_id);

create table participation_scores (
  id uuid primary key,
  participation_id uuid not null references participations,
  criterion_id uuid not null references mission_criteria,
  score int not null check (score between 0 and 5),
  note text,
  constraint score_once unique (participation_id, criterion_id) deferrable initially deferred
);
create index on participation_scores (criterion_id);

create table unavailabilities (
  id uuid primary key,
  participation_id uuid not null references participations,
  slot_id uuid not null references slots,
  constraint unavailable_once unique (participation_id, slot_id) deferrable initially deferred
);
create index on unavailabilities (slot_id);

-- ── Requests and meetings ─────────────────────────────────────────────────────────────────────────────────────────

create table requests (
  id uuid primary key,
  version int not null default 1,
  mission_id uuid not null references missions,
  from_id uuid not null,
  to_id uuid not null,
  wish text not null check (wish in ('must', 'want', 'open', 'never')),
  note text,
  expires_on date,
  answer text not null default 'pending' check (answer in ('pending', 'accepted', 'declined')),
  answered_on date,
  sample boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint request_of_another check (from_id <> to_id),
  constraint request_once unique (from_id, to_id) deferrable initially deferred,
  foreign key (from_id, mission_id) references participations (id, mission_id),
  foreign key (to_id, mission_id) references participations (id, mission_id)
);
create index on requests (mission_id);
create index on requests (to_id);

-- What the requests between two participants amount to as of a day, and what their meeting is worth: the SQL twin of `pairOf` in
-- src/domain/matching.ts. Answers given after the last day that counts are still to come.
create function pairs_on(day date, of_mission uuid default null, answered_by date default 'infinity')
  returns table (mission_id uuid, a_id uuid, b_id uuid, state text, value int)
  language sql stable
as $$
  select p.mission_id, p.a_id, p.b_id, p.state, case when p.state = 'agreed' then p.worth else 0 end
  from (
    select r.mission_id, least(r.from_id, r.to_id) as a_id, greatest(r.from_id, r.to_id) as b_id,
      case
        when bool_or(r.wish = 'never') then 'vetoed'
        when bool_or(r.answer = 'declined' and coalesce(r.answered_on <= answered_by, true)) then 'declined'
        when count(distinct r.from_id) = 2 or bool_or(r.answer = 'accepted' and coalesce(r.answered_on <= answered_by, true)) then 'agreed'
        when bool_and(coalesce(r.expires_on < day, false)) then 'expired'
        else 'pending'
      end as state,
      sum(case r.wish when 'must' then 6 when 'want' then 3 when 'open' then 1 else 0 end)::int as worth
    from requests r
    where of_mission is null or r.mission_id = of_mission
    group by r.mission_id, least(r.from_id, r.to_id), greatest(r.from_id, r.to_id)
  ) p
$$;

create table meetings (
  id uuid primary key,
  version int not null default 1,
  mission_id uuid not null references missions,
  a_id uuid not null,
  b_id uuid not null,
  bound text not null default 'any' check (bound in ('any', 'morning', 'afternoon')),
  slot_id uuid,
  table_id uuid,
  locked boolean not null default false,
  state text not null default 'planned' check (state in ('planned', 'held', 'no_show', 'cancelled')),
  rating text check (rating in ('did_not_take_place', 'insufficient_interest', 'informative', 'cooperation_possible')),
  remark text,
  moved_to text,
  sample boolean not null default false,
  deleted_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint meeting_of_two check (a_id <> b_id),
  constraint meeting_placed_whole check ((slot_id is null) = (table_id is null)),
  foreign key (a_id, mission_id) references participations (id, mission_id),
  foreign key (b_id, mission_id) references participations (id, mission_id),
  foreign key (slot_id, mission_id) references slots (id, mission_id),
  foreign key (table_id, mission_id) references meeting_tables (id, mission_id)
);
create index on meetings (mission_id);
create index on meetings (a_id);
create index on meetings (b_id);
create index on meetings (slot_id);
create index on meetings (table_id);
-- Two participants meet once per mission.
create unique index meetings_once on meetings (mission_id, least(a_id, b_id), greatest(a_id, b_id)) where deleted_at is null;

create table meeting_orders (
  id uuid primary key,
  meeting_id uuid not null references meetings,
  after_id uuid not null references meetings,
  constraint order_once unique (meeting_id, after_id) deferrable initially deferred,
  constraint order_of_another check (meeting_id <> after_id)
);
create index on meeting_orders (after_id);

-- Who sits where and when: kept from `meetings`, so that the database itself refuses to seat anybody twice, or two meetings
-- at one table. Checked as a transaction ends, so that meetings may change places.
create table seats (
  meeting_id uuid not null references meetings on delete cascade,
  slot_id uuid not null,
  -- A participation or a table.
  taken_id uuid not null,
  primary key (meeting_id, taken_id),
  constraint seat_once unique (slot_id, taken_id) deferrable initially deferred
);

create function keep_seats() returns trigger
  language plpgsql
as $$
begin
  if tg_op = 'UPDATE' then delete from seats s where s.meeting_id = old.id; end if;
  if new.slot_id is not null and new.deleted_at is null and new.state <> 'cancelled' then
    insert into seats (meeting_id, slot_id, taken_id)
    values (new.id, new.slot_id, new.a_id), (new.id, new.slot_id, new.b_id), (new.id, new.slot_id, new.table_id);
  end if;
  return null;
end
$$;
create trigger seated after insert or update of a_id, b_id, slot_id, table_id, state, deleted_at on meetings
  for each row execute function keep_seats();

create table schedule_runs (
  id uuid primary key,
  mission_id uuid not null references missions,
  -- Counts the runs of a mission.
  position int not null,
  kind text not null check (kind in ('automatic', 'replan', 'by_hand', 'restored')),
  label text,
  by_id uuid references people,
  at timestamptz not null,
  figures jsonb not null check (jsonb_typeof(figures) = 'object'),
  placements jsonb not null check (jsonb_typeof(placements) = 'array'),
  unplaced jsonb not null check (jsonb_typeof(unplaced) = 'array'),
  sample boolean not null default false,
  constraint run_in_turn unique (mission_id, position) deferrable initially deferred
);


-- ── What came of it ───────────────────────────────────────────────────────────────────────────────────────────────

create table outcomes (
  id uuid primary key,
  version int not null default 1,
  mission_id uuid not null references missions,
  kind text not null check (kind in ('lead', 'nda', 'contract', 'rd_project', 'investment', 'distribution', 'other')),
  title text not null check (title <> ''),
  on_date partial_date,
  value_minor bigint check (value_minor >= 0),
  value_currency text check (value_currency ~ '^[A-Z]{3}$'),
  counterpart_id uuid references organisations,
  meeting_id uuid references meetings,
  evidence text,
  confirmed_on date,
  sample boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint outcome_value_whole check ((value_minor is null) = (value_currency is null))
);
create index on outcomes (mission_id);
create index on outcomes (counterpart_id);
create index on outcomes (meeting_id);

create table outcome_companies (
  id uuid primary key,
  mission_id uuid not null references missions,
  outcome_id uuid not null references outcomes,
  position int not null,
  organisation_id uuid not null references organisations,
  constraint outcome_company_once unique (outcome_id, organisation_id) deferrable initially deferred
);
create index on outcome_companies (organisation_id);

-- Which task asks which company what came of a mission, so many months after it. A task that is deleted may be planned anew.
create table follow_ups (
  id uuid primary key,
  mission_id uuid not null references missions,
  participation_id uuid not null references participations,
  months int not null check (months between 1 and 60),
  task_id uuid not null,
  constraint follow_up_once unique (participation_id, months) deferrable initially deferred
);
create index on follow_ups (mission_id);
create index on follow_ups (task_id);

-- A name of a body in a script other than the Latin one, where an alias gives it.
create function native_name(organisation uuid) returns text
  language sql stable
as $$
  select n.name from organisation_names n
  where n.organisation_id = organisation and n.name ~ '[\u0370-\u1cff\u2e80-\ud7ff\uf900-\ufaff\uff66-\uffdc]'
  order by n.position
  limit 1
$$;

-- ── Titles and search ─────────────────────────────────────────────────────────────────────────────────────────────

create or replace function record_title(of_noun text, of_id uuid) returns text
  language sql stable
as $$
  select case of_noun
    when 'organisations' then (select name from organisations where id = of_id)
    when 'people' then (select concat_ws(' ', given_name, family_name) from people where id = of_id)
    when 'alliances' then (select name from alliances where id = of_id)
    when 'markets' then (select name from markets where id = of_id)
    when 'agreements' then (select title from agreements where id = of_id)
    when 'missions' then (select title from missions where id = of_id)
    when 'participations' then (
      select o.name || ' – ' || m.title from participations p join organisations o on o.id = p.organisation_id join missions m on m.id = p.mission_id
      where p.id = of_id)
    when 'meetings' then (
      select a.name || ' – ' || b.name from meetings t
      join participations pa on pa.id = t.a_id join organisations a on a.id = pa.organisation_id
      join participations pb on pb.id = t.b_id join organisations b on b.id = pb.organisation_id
      where t.id = of_id)
  end
$$;

create or replace view searchable as
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
  select 'tasks', t.id, t.title, null, t.title, t.title, false from tasks t
  union all
  select 'missions', m.id, m.title, concat_ws(', ', m.town, k.name, m.starts),
    concat_ws(' ', m.title, in_one_word(m.title), m.venue, m.town, k.name, m.starts,
      (select string_agg(o.name, ' ' order by b.position) from mission_bodies b join organisations o on o.id = b.organisation_id where b.mission_id = m.id)),
    m.title, false
  from missions m left join markets k on k.id = m.market_id where m.deleted_at is null;

create or replace function refresh_search_of_names() returns trigger
  language plpgsql
as $$
begin
  if current_setting('corridor.bulk', true) = 'on' then return null; end if;
  if tg_table_name = 'organisations' then
    perform refresh_search('people', t.person_id) from posts t where t.organisation_id = new.id;
    perform refresh_search('alliances', m.alliance_id) from alliance_members m where m.organisation_id = new.id;
    perform refresh_search('agreements', p.agreement_id) from agreement_parties p where p.organisation_id = new.id;
    perform refresh_search('missions', b.mission_id) from mission_bodies b where b.organisation_id = new.id;
  elsif tg_table_name = 'people' then
    perform refresh_search('agreements', s.agreement_id) from signatures s where s.person_id = new.id;
  else
    perform refresh_search('agreements', a.id) from agreements a where a.market_id = new.id;
    perform refresh_search('missions', m.id) from missions m where m.market_id = new.id;
  end if;
  return null;
end
$$;

-- ── Triggers, by table ────────────────────────────────────────────────────────────────────────────────────────────

do $$
declare
  entry record;
begin
  for entry in select * from (values
    -- table, noun of the root, its column, has updated_at, is searched under the root
    ('missions', 'missions', 'id', true, true),
    ('mission_stages', 'missions', 'mission_id', null, false),
    ('mission_bodies', 'missions', 'mission_id', null, true),
    ('mission_agreements', 'missions', 'mission_id', null, false),
    ('mission_steps', 'missions', 'mission_id', null, false),
    ('mission_criteria', 'missions', 'mission_id', null, false),
    ('slots', 'missions', 'mission_id', null, false),
    ('meeting_tables', 'missions', 'mission_id', null, false),
    ('table_closures', 'missions', 'mission_id', null, false),
    ('participations', 'participations', 'id', true, false),
    ('participation_states', 'participations', 'participation_id', null, false),
    ('participation_people', 'participations', 'participation_id', null, false),
    ('participation_scores', 'participations', 'participation_id', null, false),
    ('unavailabilities', 'participations', 'participation_id', null, false),
    ('requests', 'missions', 'mission_id', true, false),
    ('meetings', 'meetings', 'id', true, false),
    ('meeting_orders', 'meetings', 'meeting_id', null, false),
    ('schedule_runs', 'missions', 'mission_id', null, false),
    ('outcomes', 'missions', 'mission_id', true, false),
    ('outcome_companies', 'missions', 'mission_id', null, false),
    ('follow_ups', 'missions', 'mission_id', null, false)
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

create constraint trigger capacity_kept after insert on participation_states deferrable initially deferred
  for each row when (new.state in ('accepted', 'confirmed', 'attended', 'no_show')) execute function keep_capacity();
create constraint trigger capacity_kept_when_changed after update or delete on participation_states deferrable initially deferred
  for each row execute function keep_capacity();
create constraint trigger capacity_kept after update of deleted_at, side, mission_id on participations deferrable initially deferred
  for each row when (new.deleted_at is null) execute function keep_capacity();
create constraint trigger capacity_kept after update of capacity on missions deferrable initially deferred
  for each row when (new.capacity is not null) execute function keep_capacity();

-- ── Sample data ───────────────────────────────────────────────────────────────────────────────────────────────────

-- Marks what is added as invented, where the host says that it is (the setting corridor.sample). Nobody else can.
create function mark_sample() returns trigger
  language plpgsql
as $$
begin
  new.sample := true;
  return new;
end
$$;

do $$
declare
  entry record;
begin
  for entry in
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
    where a.attname = 'sample' and c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
  loop
    execute format('create trigger sampled before insert on %I for each row when (current_setting(''corridor.sample'', true) = ''on'') execute function mark_sample()', entry.name);
  end loop;
end
$$;
