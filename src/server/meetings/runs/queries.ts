import { type RawBuilder, sql } from 'kysely'
import type { ScheduleRun } from '../../../contract/runs.ts'
import type { Context } from '../../context.ts'

/** Runs that a condition over `r` narrows to, the newest first. */
export async function runsWhere(ctx: Context, condition: RawBuilder<unknown>): Promise<ScheduleRun[]> {
  const { rows } = await sql<ScheduleRun>`
    select r.id, r.mission_id as "missionId", r.kind, r.label, r.at, r.figures, r.placements, r.unplaced,
      case when p.id is not null then json_build_object('id', p.id, 'name', concat_ws(' ', p.given_name, p.family_name)) end as by
    from schedule_runs r left join people p on p.id = r.by_id
    where ${condition}
    order by r.position desc`.execute(ctx.db)
  return rows
}
