-- Tasks that come again and tasks that rest; calendars that programs subscribe to.

-- ── Tasks ─────────────────────────────────────────────────────────────────────────────────────────────────────────

-- How a task comes again (src/domain/recurrence.ts), and which one it came of: each is followed once.
alter table tasks
  add column repeats jsonb check (jsonb_typeof(repeats) = 'object'),
  add column follows_id uuid references tasks deferrable initially immediate,
  -- It rests from the day on which somebody said so, until a day or until its mission starts.
  add column snoozed_from date,
  add column snoozed_until date,
  add column snoozed_to_start boolean not null default false,
  add constraint repeats_from_a_day check (repeats is null or due is not null),
  add constraint follows_another check (follows_id <> id),
  add constraint snoozed_for_a_time check (
    case when snoozed_from is null then snoozed_until is null and not snoozed_to_start
      when snoozed_to_start then snoozed_until is null and noun = 'missions'
      else snoozed_until is not null and snoozed_until > snoozed_from end);
create unique index tasks_followed_once on tasks (follows_id);

-- Until when a task rests; null where it doesn't, or where the mission that it waits for has no day.
create function task_rests_until(t tasks) returns date
  language sql stable
as $$
  select case when t.snoozed_to_start
    then (select partial_first(coalesce(m.starts, m.ends)) from missions m where m.id = t.record_id and t.noun = 'missions')
    else t.snoozed_until end
$$;

-- Whether a task rests as seen from a day: the SQL twin of `rests` in src/domain/task.ts.
create function task_rests(t tasks, day date) returns boolean
  language sql stable
as $$
  select coalesce(t.snoozed_from <= day and day < task_rests_until(t), false)
$$;

-- ── Calendars ─────────────────────────────────────────────────────────────────────────────────────────────────────

-- Addresses that calendar programs read without signing in. They are the host's own affair, as sessions are: not noted in the
-- history, which people read, and not carried in the workspace's file, which goes to other hosts. The scope is kept by id
-- alone, so that replacing the workspace does not depend on it.
create table calendar_feeds (
  id uuid primary key,
  name text not null check (name <> ''),
  -- SHA-256 of the secret part of the address, which itself is kept nowhere.
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  kinds text[] not null check (cardinality(kinds) > 0),
  alliance_id uuid,
  cluster_id uuid,
  market_id uuid,
  language text not null,
  alarm_days int check (alarm_days between 0 and 60),
  made_by_id uuid,
  -- What its maker may not read, and so nobody through it.
  hidden_nouns text[] not null default '{}',
  read_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz not null
);
