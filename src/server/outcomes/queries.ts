import { type RawBuilder, sql } from 'kysely'
import type { Outcome } from '../../contract/outcomes.ts'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { money } from '../money.ts'

/** Outcomes that a condition over `o` narrows to, newest first. */
export async function outcomesOf(ctx: Context, condition: RawBuilder<unknown>): Promise<Outcome[]> {
  const { rows } = await sql<Outcome>`
    select o.id, o.version, o.mission_id as "missionId", o.kind, o.title, o.on_date as "on", ${money('o.value')} as value,
      coalesce((select json_agg(json_build_object('id', g.id, 'name', g.name) order by c.position)
        from outcome_companies c join organisations g on g.id = c.organisation_id where c.outcome_id = o.id), '[]') as companies,
      case when w.id is not null then json_build_object('id', w.id, 'name', w.name) end as counterpart,
      o.meeting_id as "meetingId", o.evidence, o.confirmed_on as "confirmedOn", o.sample,
      o.created_at as "createdAt", o.updated_at as "updatedAt"
    from outcomes o left join organisations w on w.id = o.counterpart_id
    where ${condition}
    order by partial_first(o.on_date) desc nulls last, o.created_at desc, o.id`.execute(ctx.db)
  return rows
}

/** One outcome; 404 where there is none. */
export async function readOutcome(ctx: Context, id: string): Promise<Outcome> {
  const [found] = await outcomesOf(ctx, sql`o.id = ${id}`)
  if (!found) throw new Failure('not_found', 'There is no such outcome')
  return found
}
