import { sql } from 'kysely'
import type { Meeting, Schedule } from '../../../contract/meetings.ts'
import type { Context } from '../../context.ts'
import { meetingsOf } from '../queries.ts'

export type Times = Pick<Schedule['slots'][number], 'day' | 'starts' | 'ends'>
/** A meeting as far as a calendar tells of it. */
export type CalendarMeeting = Pick<
  Meeting,
  'id' | 'version' | 'aId' | 'bId' | 'state' | 'tableId' | 'updatedAt'
>
export interface OncePlaced {
  meeting: CalendarMeeting
  /** When it was to be, by the slot that it had last. */
  slot: Times
}

/**
 * The meetings that have no place any more and had one: taken off the grid, or thrown away. What their slots were is known of
 * the history, where the slots are gone too. Those placed anew since, and those that never were, are not among them.
 */
export async function oncePlaced(ctx: Context, schedule: Schedule): Promise<OncePlaced[]> {
  const thrownAway = await meetingsOf(
    ctx,
    sql`m.mission_id = ${schedule.missionId} and m.deleted_at is not null`,
  )
  const off = [...schedule.meetings.filter(({ slotId }) => slotId === null), ...thrownAway]
  const places = await lastSlots(
    ctx,
    off.map(({ id }) => id),
  )
  const slotOf = ({ id, slotId }: CalendarMeeting & { slotId: string | null }) => slotId ?? places.get(id)
  const wanted = [...new Set(off.flatMap((meeting) => slotOf(meeting) ?? []))]
  const times = new Map<string, Times>([
    ...(await formerSlots(ctx, wanted)),
    ...schedule.slots.map((slot) => [slot.id, slot] as const),
  ])
  return off.flatMap((meeting) => {
    const slot = times.get(slotOf(meeting) ?? '')
    return slot ? [{ meeting: { ...meeting, tableId: null }, slot }] : []
  })
}

/** The slot that each meeting had last, by the changes that took it away. */
async function lastSlots(ctx: Context, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; slot: string }>`
    select distinct on (c.row_id) c.row_id as id, c.before ->> 'slot_id' as slot
    from changes c
    where c.table_name = 'meetings' and c.row_id = any (${sql.val([...ids])}::uuid[]) and c.before ->> 'slot_id' is not null
    order by c.row_id, c.seq desc`.execute(ctx.db)
  return new Map(rows.map(({ id, slot }) => [id, slot]))
}

/** What slots were that are gone. */
async function formerSlots(ctx: Context, ids: readonly string[]): Promise<Map<string, Times>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Times & { id: string }>`
    select distinct on (c.row_id) c.row_id as id, c.before ->> 'day' as day,
      left(c.before ->> 'starts', 5) as starts, left(c.before ->> 'ends', 5) as ends
    from changes c
    where c.table_name = 'slots' and c.row_id = any (${sql.val([...ids])}::uuid[]) and c.before is not null
    order by c.row_id, c.seq desc`.execute(ctx.db)
  return new Map(rows.map(({ id, ...slot }) => [id, slot]))
}
