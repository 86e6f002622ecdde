import { type RawBuilder, sql } from 'kysely'
import type { CivilDate } from '../../domain/partial-date.ts'

/** How many days ahead something begins to need attention. */
export const ahead = { target: 60, obligation: 30, task: 14, mission: 30, step: 14 }

/**
 * What missions need as of a day, over `missions_standing` (those in scope), one line per mission and kind: that it is near;
 * steps of its checklist late or due (`due`: the first of them); companies that wait for an answer to their application;
 * places free while somebody waits; meeting requests without an answer (`due`: when the first lapses). Those cancelled or
 * closed need nothing, and only those to come are near or take somebody in.
 */
export function neededByMissions(day: CivilDate): RawBuilder<unknown> {
  const date = sql`${day}::date`
  return sql`
    select 'mission_near', 'missions', m.id, null::uuid, m.title, m.place, m.first_day, null::int
    from missions_standing m
    where m.to_come and length(m.starts) = 10 and m.first_day between ${date} and ${date} + ${sql.lit(ahead.mission)}
    union all
    select 'step_due', 'missions', m.id, null, m.title, m.place, min(s.due), count(*)::int
    from missions_standing m
    join mission_steps t on t.mission_id = m.id and coalesce(t.done_on > ${date}, true)
    cross join lateral (select step_due(t.due, t.anchor, t.days, m.starts, m.ends) as due) s
    where m.status not in ('closed', 'cancelled') and s.due <= ${date} + ${sql.lit(ahead.step)}
    group by m.id, m.title, m.place
    union all
    select c.kind, 'missions', m.id, null, m.title, m.place, case c.kind when 'applications_pending' then m.applications_close end, c.count
    from missions_standing m
    cross join lateral (
      select (count(*) filter (where s.state in ('applied', 'shortlisted')))::int as applied,
        (count(*) filter (where s.state = 'waitlisted'))::int as waiting,
        m.capacity - (count(*) filter (where s.state in ('accepted', 'confirmed', 'attended', 'no_show')))::int as free
      from participations p cross join lateral participation_on(p.id, ${date}) s
      where p.mission_id = m.id and p.side = 'home' and p.deleted_at is null
    ) companies
    cross join lateral (values ('applications_pending', companies.applied), ('place_free', least(companies.waiting, companies.free))) c (kind, count)
    where m.to_come and c.count > 0
    union all
    select 'answers_pending', 'missions', m.id, null, m.title, m.place, min(r.expires_on), count(*)::int
    from missions_standing m
    join requests r on r.mission_id = m.id and r.answer = 'pending' and r.wish <> 'never' and coalesce(r.expires_on >= ${date}, true)
    where m.to_come and not exists (
      select from requests b where b.from_id = r.to_id and b.to_id = r.from_id)
    group by m.id, m.title, m.place`
}
