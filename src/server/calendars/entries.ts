import { type RawBuilder, sql } from 'kysely'
import type { CalendarKind } from '../../contract/calendars.ts'
import type { Scope } from '../../contract/primitives.ts'
import type { CivilDate, PartialDate } from '../../domain/partial-date.ts'
import type { Context } from '../context.ts'
import { inScope } from '../scope.ts'

/** What a calendar tells of a record: what its day is for, and when that is. */
export interface Entry {
  what: 'toSign' | 'signed' | 'ends' | 'notice' | 'mission' | 'followUp' | 'claim' | 'task' | 'done'
  /** The same for the same thing for ever. */
  uid: string
  noun: string | null
  id: string
  title: string
  market: string | null
  place: string | null
  /** What a task is about, and who does it. */
  about: string | null
  assignee: string | null
  day: CivilDate
  lastDay: CivilDate
  /** As it is known, where that is less than a day. */
  known: PartialDate | null
  time: string | null
  zone: string | null
  /** It does not take place. */
  off: boolean
  sequence: number
  changedAt: string
}

type Narrowed = Omit<Scope, 'asOf'>
type Query = (day: CivilDate, scope: Narrowed) => RawBuilder<unknown>

/** From so many days before the day to so many after. */
const window = { before: 400, after: 1100 }
/** Entries of a calendar at most: the nearest. */
const most = 2000

const inWindow = (column: RawBuilder<unknown>, day: CivilDate) =>
  sql`${column} between ${day}::date - ${sql.lit(window.before)} and ${day}::date + ${sql.lit(window.after)}`

const agreementsIn = (day: CivilDate, scope: Narrowed) => sql`
  from agreements a
  join agreements_on(${day}) s on s.agreement_id = a.id and ${inScope('agreements', 'a.id', scope)}
  left join markets k on k.id = a.market_id`

/** Off are those in the bin and those given up: who has loaded the file before is told so. */
const off = sql`(a.deleted_at is not null or s.status in ('abandoned', 'terminated'))`

/** What is known by its month or year only stands on the last day that it can be, as in the overview. */
const queries: Record<Exclude<CalendarKind, 'claims'>, Query> = {
  // The day of the last signature, or the target until then: one event, which moves.
  signatures: (day, scope) => sql`
    select case when s.signed_on <= ${day}::date then 'signed' else 'toSign' end as what, 'signature-' || a.id as uid, 'agreements' as noun, a.id,
      a.title, k.name as market, g.place, null::text as about, null::text as assignee, w.day, w.day as "lastDay",
      case when s.signed_on <= ${day}::date or length(a.target_signature) = 10 then null else a.target_signature end as known,
      to_char(g.local_time, 'HH24:MI') as time, g.time_zone as zone, ${off} and not coalesce(s.signed_on <= ${day}::date, false) as off,
      a.version - 1 as sequence, a.updated_at as "changedAt"
    ${agreementsIn(day, scope)}
    cross join lateral (select case when s.signed_on <= ${day}::date then s.signed_on
      else partial_last(a.target_signature) end as day) w
    left join lateral (
      select n.place, n.local_time, n.time_zone from signatures n
      where n.agreement_id = a.id and n.decision = 'signed' and n.signed_on = s.signed_on and s.signed_on <= ${day}::date
      order by n.local_time desc nulls last limit 1
    ) g on true
    where ${inWindow(sql`w.day`, day)}`,
  // The last day of the period, and the day on which notice begins.
  expiries: (day, scope) => sql`
    select w.what, w.uid || a.id, 'agreements', a.id, a.title, k.name, null, null, null, w.day, w.day,
      case when length(a.ends) = 10 then null else a.ends end, null, null, ${off}, a.version - 1, a.updated_at
    ${agreementsIn(day, scope)}
    cross join lateral (values ('ends', 'expiry-', partial_last(a.ends)), ('notice', 'notice-', partial_last(a.ends) - a.notice_days)) w (what, uid, day)
    where s.signed_on is not null and s.status <> 'renewed'
      and (w.what = 'ends' or a.notice_days > 0) and ${inWindow(sql`w.day`, day)}`,
  missions: (day, scope) => sql`
    select 'mission', 'mission-' || m.id, 'missions', m.id, m.title, k.name, nullif(concat_ws(', ', m.venue, m.town), ''), null, null,
      partial_last(coalesce(m.starts, m.ends)),
      case when length(m.starts) = 10 and length(m.ends) = 10 then partial_last(m.ends) else partial_last(coalesce(m.starts, m.ends)) end,
      case when length(coalesce(m.starts, m.ends)) = 10 then null else coalesce(m.starts, m.ends) end, null, null,
      m.cancelled_on is not null or m.deleted_at is not null, m.version - 1, m.updated_at
    from missions m left join markets k on k.id = m.market_id
    where ${inWindow(sql`partial_last(coalesce(m.starts, m.ends))`, day)} and ${inScope('missions', 'm.id', scope)}`,
  followUps: (day, scope) => tasksOf('followUp', 'in', day, scope),
  tasks: (day, scope) => tasksOf('task', 'not in', day, scope),
}

/** Tasks with a day; those that a mission's follow-up consists of apart from the others. */
const tasksOf = (what: 'followUp' | 'task', among: 'in' | 'not in', day: CivilDate, scope: Narrowed) => sql`
  select case when t.done_on <= ${day}::date then 'done' else ${sql.lit(what)} end, 'task-' || t.id, t.noun, coalesce(t.record_id, t.id), t.title,
    null, null, record_title(t.noun, t.record_id), nullif(concat_ws(' ', p.given_name, p.family_name), ''),
    t.due, t.due, null, null, null, false, t.version - 1, t.updated_at
  from tasks t left join people p on p.id = t.assignee_id
  where t.id ${sql.raw(among)} (select f.task_id from follow_ups f) and ${inWindow(sql`t.due`, day)} and ${inScope('tasks', 't.id', scope)}`

/** What there is of these kinds in the scope around a day, by day; of more than a calendar holds the nearest. */
export async function entriesOf(
  ctx: Context,
  kinds: readonly CalendarKind[],
  day: CivilDate,
  scope: Narrowed,
): Promise<Entry[]> {
  const asked = kinds.filter((kind) => kind !== 'claims')
  if (asked.length === 0) return []
  // The first names the columns, whichever is asked for.
  const named = sql`select null::text as what, null::text as uid, null::text as noun, null::uuid as id, null::text as title, null::text as market,
    null::text as place, null::text as about, null::text as assignee, null::date as day, null::date as "lastDay", null::text as known,
    null::text as time, null::text as zone, null::boolean as off, null::int as sequence, null::timestamptz as "changedAt" where false`
  const all = sql.join([named, ...asked.map((kind) => queries[kind](day, scope))], sql` union all `)
  const { rows } = await sql<Entry>`
    select * from (select * from (${all}) e order by abs(e.day - ${day}::date), e.uid limit ${sql.lit(most)}) n order by n.day, n.uid`.execute(
    ctx.db,
  )
  return rows
}
