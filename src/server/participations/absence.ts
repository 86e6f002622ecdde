import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { takeOffGrid } from '../meetings/place.ts'

/** As many as a refusal lists; `params.count` says how many there are. */
const mostListed = 10

interface Standing {
  id: string
  title: string
}

/**
 * Takes the planned meetings of a participation off the grid that stand in these slots, locked ones too; 409
 * `unschedules_meetings` unless that is asked for by `unschedule`. What took place, or was waited for in vain, stays where it was. The
 * mission is held.
 */
export async function clearSlots(
  ctx: Context,
  participationId: string,
  slotIds: readonly string[],
  { unschedule }: { unschedule: boolean },
): Promise<void> {
  if (slotIds.length === 0) return
  const { rows: standing } = await sql<Standing>`
    select m.id, record_title('meetings', m.id) as title
    from meetings m join slots s on s.id = m.slot_id
    where ${participationId} in (m.a_id, m.b_id) and m.slot_id = any (${sql.val([...slotIds])}::uuid[])
      and m.state = 'planned' and m.deleted_at is null
    order by s.day, s.starts, m.id
    for update of m`.execute(ctx.db)
  if (standing.length > 0 && !unschedule)
    throw new Failure('unschedules_meetings', `It would take ${standing.length} meetings off the grid`, {
      params: { count: standing.length },
      blockers: standing
        .slice(0, mostListed)
        .map(({ id, title }) => ({ noun: 'meetings', recordId: id, title })),
    })
  await takeOffGrid(
    ctx,
    standing.map(({ id }) => id),
  )
}
