import { sql } from 'kysely'
import type * as z from 'zod'
import type { Meeting, updateMeeting } from '../../contract/meetings.ts'
import { orderCycles } from '../../domain/schedule/flaws.ts'
import type { Context } from '../context.ts'
import { Failure, invalidField } from '../failure.ts'
import { lockLiving, mustAllExist, touch } from '../record.ts'
import type { Verb } from '../route.ts'
import { clashesOf } from './clashes.ts'
import { conflictFailure } from './conflicts.ts'
import { holdMissionOf } from './hold-mission.ts'
import { readMeeting } from './queries.ts'
import { readSchedule } from './read-schedule.ts'

type Change = z.output<typeof updateMeeting.body>

export const changeMeeting: Verb<typeof updateMeeting> = async (ctx, { params: { id }, body, ifMatch }) => {
  await holdMissionOf(ctx, id)
  await lockLiving(ctx, 'meetings', id, ifMatch)
  const before = await readMeeting(ctx, id)
  const place = placeAfter(before, body)
  await refuseStrangers(ctx, before, place)
  await store(ctx, before, place, body)
  if (body.after) await storeOrder(ctx, before, body.after)
  if (place.slotId !== null && changesRules(before, place, body)) await refuseClashes(ctx, before)
  return readMeeting(ctx, id)
}

type Place = Pick<Meeting, 'slotId' | 'tableId' | 'locked'>

/** Where it stands afterwards. Taken off the grid by either half of its place, it leaves the other too, and its lock. */
function placeAfter(before: Meeting, { slotId, tableId, locked }: Change): Place {
  const off = slotId === null || tableId === null
  const after = off
    ? { slotId: null, tableId: null }
    : { slotId: slotId ?? before.slotId, tableId: tableId ?? before.tableId }
  if ((after.slotId === null) !== (after.tableId === null))
    throw invalidField(
      after.slotId === null ? 'slotId' : 'tableId',
      'required',
      'A slot and a table go together',
    )
  const moves = after.slotId !== before.slotId || after.tableId !== before.tableId
  if (moves && before.state !== 'planned')
    throw new Failure('meeting_recorded', 'What became of it is recorded')
  if (locked && after.slotId === null)
    throw invalidField('locked', 'not_placed', 'Only what has a place can be locked')
  if (moves && before.locked && locked === undefined)
    throw new Failure('meeting_conflict', 'It is locked where it is', {
      params: { reason: 'locked', count: 1 },
      errors: [{ path: 'slotId', code: 'locked', message: 'It is locked where it is' }],
    })
  return { ...after, locked: after.slotId !== null && (locked ?? before.locked) }
}

async function refuseStrangers(
  ctx: Context,
  { missionId }: Meeting,
  { slotId, tableId }: Place,
): Promise<void> {
  for (const [path, table, id] of [
    ['slotId', 'slots', slotId],
    ['tableId', 'meeting_tables', tableId],
  ] as const) {
    if (id === null) continue
    const { rows } =
      await sql`select from ${sql.table(table)} where id = ${id} and mission_id = ${missionId}`.execute(
        ctx.db,
      )
    if (rows.length === 0) throw invalidField(path, 'unknown_reference', 'Not of this mission')
  }
}

async function store(ctx: Context, before: Meeting, place: Place, body: Change): Promise<void> {
  await ctx.db
    .updateTable('meetings')
    .set({
      slot_id: place.slotId,
      table_id: place.tableId,
      locked: place.locked,
      bound: body.bound ?? before.bound,
    })
    .where('id', '=', before.id)
    .execute()
}

async function storeOrder(ctx: Context, { id, missionId }: Meeting, after: string[]): Promise<void> {
  await mustAllExist(
    ctx,
    'meetings',
    after.map((earlier, index) => ({ id: earlier, path: `after.${index}` })),
  )
  const { rows } = await sql<{ id: string; after: string | null; held: string | null }>`
    select m.id, o.after_id as after, o.id as held from meetings m left join meeting_orders o on o.meeting_id = m.id
    where m.mission_id = ${missionId} and m.deleted_at is null`.execute(ctx.db)
  const known = new Map<string, string[]>()
  for (const row of rows) known.set(row.id, [...(known.get(row.id) ?? []), ...(row.after ? [row.after] : [])])
  const unique = [...new Set(after)]
  for (const [index, earlier] of after.entries()) {
    if (earlier === id) throw invalidField(`after.${index}`, 'self', 'It can’t come after itself')
    if (!known.has(earlier))
      throw invalidField(`after.${index}`, 'unknown_reference', 'Not a meeting of this mission')
  }
  known.set(id, unique)
  if (orderCycles([...known].map(([meeting, earlier]) => ({ id: meeting, after: earlier }))).length > 0)
    throw invalidField('after', 'order_cycle', 'They would each have to come before the other')
  const held = new Map(rows.filter((row) => row.id === id).map((row) => [row.after, row.held]))
  await replaceOrders(ctx, id, unique, held)
  await touch(ctx, 'meetings', id)
}

async function replaceOrders(
  ctx: Context,
  id: string,
  wanted: readonly string[],
  held: ReadonlyMap<string | null, string | null>,
): Promise<void> {
  const gone = [...held].flatMap(([after, row]) => (after && row && !wanted.includes(after) ? [row] : []))
  if (gone.length > 0) await sql`delete from meeting_orders where id = any (${gone}::uuid[])`.execute(ctx.db)
  for (const after of wanted)
    if (!held.has(after))
      await ctx.db
        .insertInto('meeting_orders')
        .values({ id: ctx.newId(), meeting_id: id, after_id: after })
        .execute()
}

const changesRules = (before: Meeting, place: Place, body: Change) =>
  place.slotId !== before.slotId ||
  place.tableId !== before.tableId ||
  (body.bound !== undefined && body.bound !== before.bound) ||
  body.after !== undefined

async function refuseClashes(ctx: Context, { id, missionId }: Meeting): Promise<void> {
  const schedule = await readSchedule(ctx, missionId)
  const moved = new Set([id])
  const clashes = clashesOf(schedule, moved)
  if (clashes.length > 0) throw conflictFailure(schedule, clashes, moved, (_, field) => field)
}
