import { sql } from 'kysely'

/**
 * How many meetings a mission `m` has as of a day: not those that were cancelled, nor those without a place of who has left
 * by then, which nobody will hold any more.
 */
export const standingMeetings = (day: string) => sql<number>`(
  select count(*)::int from meetings t
  where t.mission_id = m.id and t.deleted_at is null and t.state <> 'cancelled'
    and not (t.state = 'planned' and t.slot_id is null and exists (
      select from unnest(array[t.a_id, t.b_id]) one (id) cross join lateral participation_on(one.id, ${day}) s
      where s.state in ('rejected', 'withdrawn', 'no_show'))))`
