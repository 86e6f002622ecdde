import { sql } from 'kysely'
import type { Placement, Schedule } from '../../../contract/meetings.ts'
import type { ScheduleRun } from '../../../contract/runs.ts'
import type { Context } from '../../context.ts'
import { touch } from '../../record.ts'

type Kept = Pick<ScheduleRun, 'kind' | 'label' | 'figures' | 'placements' | 'unplaced'>

/** Keeps a run as the mission's newest. */
export async function keepRun(ctx: Context, missionId: string, run: Kept): Promise<void> {
  await sql`
    insert into schedule_runs (id, mission_id, position, kind, label, by_id, at, figures, placements, unplaced)
    values (${ctx.newId()}, ${missionId}, (select coalesce(max(r.position), -1) + 1 from schedule_runs r where r.mission_id = ${missionId}),
      ${run.kind}, ${run.label}, ${ctx.actor.id}, ${ctx.now.toISOString()},
      ${JSON.stringify(run.figures)}::jsonb, ${JSON.stringify(run.placements)}::jsonb,
      ${JSON.stringify(run.unplaced)}::jsonb)`.execute(ctx.db)
  await touch(ctx, 'missions', missionId)
}

/**
 * Makes the grid what the placements say: those named stand there, planned ones left out leave it. One statement for all,
 * and the seats are counted at the end of the transaction, so that meetings may change places.
 */
export async function fillGrid(
  ctx: Context,
  { meetings }: Pick<Schedule, 'meetings'>,
  placements: readonly Placement[],
): Promise<void> {
  const wanted = new Map(placements.map((placement) => [placement.meetingId, placement]))
  const changed = meetings.flatMap(({ id, state, slotId, tableId, locked }) => {
    if (state !== 'planned') return []
    const to = wanted.get(id)
    if ((to?.slotId ?? null) === slotId && (to?.tableId ?? null) === tableId) return []
    return [{ id, slot_id: to?.slotId ?? null, table_id: to?.tableId ?? null, locked: locked && Boolean(to) }]
  })
  if (changed.length === 0) return
  await sql`
    update meetings m set slot_id = w.slot_id, table_id = w.table_id, locked = w.locked
    from jsonb_populate_recordset(null::meetings, ${JSON.stringify(changed)}::jsonb) w where w.id = m.id`.execute(
    ctx.db,
  )
}
