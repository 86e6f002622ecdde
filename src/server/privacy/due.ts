import { sql } from 'kysely'
import type { DuePerson, listDue } from '../../contract/privacy.ts'
import { asOfDay } from '../context.ts'
import { readCursor, writeCursor } from '../list.ts'
import type { Verb } from '../route.ts'

const sort = 'until'

/** People, in the bin or not, whose data may no longer be kept on the day. */
export const listDuePeople: Verb<typeof listDue> = async (ctx, { query: { cursor, limit, asOf } }) => {
  const day = await asOfDay(ctx, asOf)
  const after = cursor === undefined ? null : readCursor(cursor, sort)
  // One row at least, so that the total comes along where the page is empty.
  const { rows } = await sql<DuePerson & { total: number }>`
    with due as materialized (
      select k.* from kept_until() k
      where k.until < ${day}::date and not exists (select from erased_people e where e.id = k.person_id)
        and not exists (select from merged_people m where m.id = k.person_id)
    )
    select t.total, p.id, p.version, record_title('people', p.id) as name, d.last_action as "lastAction", d.until, v.legal_basis as "legalBasis", p.sample,
      (select count(*)::int from signatures s where s.person_id = p.id) as signatures,
      (select count(*)::int from participation_people h where h.person_id = p.id) as missions
    from (select count(*)::int as total from due) t
    left join (
      select * from due where ${after ? sql`(until, person_id) > (${after.value}::date, ${after.id}::uuid)` : sql`true`}
      order by until, person_id limit ${limit + 1}
    ) d on true
    left join people p on p.id = d.person_id
    left join person_privacy v on v.id = p.id
    order by d.until, d.person_id`.execute(ctx.db)
  const found = rows.filter(({ id }) => id !== null)
  const shown = found.slice(0, limit)
  const last = found.length > limit ? shown.at(-1) : undefined
  return {
    items: shown.map(({ total: _, ...row }) => row),
    next: last ? writeCursor({ sort, value: last.until, id: last.id }) : null,
    total: rows[0]?.total ?? 0,
  }
}
