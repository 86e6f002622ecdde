import { sql } from 'kysely'
import type * as z from 'zod'
import type { Schedule, setGrid } from '../../contract/meetings.ts'
import type { FieldError } from '../../contract/problems.ts'
import { type Conflict, check } from '../../domain/schedule/check.ts'
import { layOut } from '../../domain/schedule/lay-out.ts'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { replaceChildren, touch } from '../record.ts'
import type { Verb } from '../route.ts'
import { conflictFailure, nameOf } from './conflicts.ts'
import { type HeldMission, holdMission } from './hold-mission.ts'
import { takeOffGrid } from './place.ts'
import { readSchedule } from './read-schedule.ts'
import { signForMission } from './sign-for-mission.ts'
import { slotErrors } from './slot-flaws.ts'

type Grid = z.output<typeof setGrid.body>
type Tables = NonNullable<Grid['tables']>

/** As many as a refusal lists; `params.count` says how many there are. */
const mostListed = 10

export const changeGrid: Verb<typeof setGrid> = async (ctx, { params: { id }, body, ifMatch }) => {
  const mission = await holdMission(ctx, id, ifMatch)
  const before = await readSchedule(ctx, id)
  refuseFlaws(body, before, mission)
  const tables = body.tables && withoutGone(body.tables, body.slots)
  await clear(ctx, before, { ...body, tables })
  await storeSlots(ctx, id, body.slots)
  if (tables) await storeTables(ctx, id, tables)
  await touch(ctx, 'missions', id)
  const after = await readSchedule(ctx, id)
  refuseClashes(before, after)
  await signForMission(ctx, 'meetings.grid', id)
  return after
}

function refuseFlaws({ slots, tables }: Grid, before: Schedule, mission: HeldMission): void {
  const errors: FieldError[] = slots ? slotErrors(slots, mission) : []
  const known = new Set(before.slots.map(({ id }) => id))
  const names = new Set<string>()
  for (const [index, { name, closed }] of (tables ?? []).entries()) {
    const plain = name.normalize('NFKC').toLowerCase()
    if (names.has(plain))
      errors.push({
        path: `tables.${index}.name`,
        code: 'duplicate',
        message: 'Another table is called that',
      })
    names.add(plain)
    for (const [at, slotId] of closed.entries())
      if (!known.has(slotId))
        errors.push({
          path: `tables.${index}.closed.${at}`,
          code: 'unknown_reference',
          message: 'Not a slot of this mission',
        })
  }
  if (errors.length > 0)
    throw new Failure('invalid', errors.map(({ path, message }) => `${path}: ${message}`).join('; '), {
      errors,
    })
}

/** A table closed in a slot that goes is closed no more. */
function withoutGone(tables: Tables, slots: Grid['slots']): Tables {
  if (!slots) return tables
  const staying = new Set(slots.map(({ id }) => id))
  return tables.map((table) => ({
    ...table,
    closed: [...new Set(table.closed)].filter((id) => staying.has(id)),
  }))
}

/** Takes the meetings off the grid whose slot or table goes or closes; refused unless that is wanted, or where one is recorded. */
async function clear(ctx: Context, before: Schedule, { slots, tables, unschedule }: Grid): Promise<void> {
  const staying = slots && new Set(slots.map(({ id }) => id))
  const open = tables && new Map(tables.map(({ id, closed }) => [id, new Set(closed)]))
  const hit = before.meetings.filter(({ slotId, tableId }) => {
    if (slotId === null || tableId === null) return false
    if (staying && !staying.has(slotId)) return true
    const closed = open?.get(tableId)
    return open !== undefined && (!closed || closed.has(slotId))
  })
  const blockers = (held: typeof hit) =>
    held.slice(0, mostListed).map(({ id }) => ({ noun: 'meetings', recordId: id, title: nameOf(before, id) }))
  const recorded = hit.filter(({ state }) => state === 'held' || state === 'no_show')
  if (recorded.length > 0)
    throw new Failure('meeting_recorded', 'Meetings have been recorded there', {
      params: { count: recorded.length },
      blockers: blockers(recorded),
    })
  const standing = hit.filter(({ state }) => state === 'planned')
  if (standing.length > 0 && !unschedule)
    throw new Failure('unschedules_meetings', `It would take ${standing.length} meetings off the grid`, {
      params: { count: standing.length },
      blockers: blockers(standing),
    })
  await takeOffGrid(
    ctx,
    hit.map(({ id }) => id),
  )
}

async function storeSlots(ctx: Context, missionId: string, slots: Grid['slots']): Promise<void> {
  if (!slots) return
  const staying = slots.flatMap(({ id }) => id ?? [])
  const gone = sql`(select s.id from slots s where s.mission_id = ${missionId} and not s.id = any (${staying}::uuid[]))`
  await sql`delete from table_closures where slot_id in ${gone}`.execute(ctx.db)
  await sql`delete from unavailabilities where slot_id in ${gone}`.execute(ctx.db)
  await replaceChildren(ctx, {
    table: 'slots',
    path: 'slots',
    owner: ['mission_id', missionId],
    items: slots,
    columns: ({ day, starts, ends, session }) => ({ day, starts, ends, session }),
  })
}

async function storeTables(ctx: Context, missionId: string, tables: Tables): Promise<void> {
  const staying = tables.flatMap(({ id }) => id ?? [])
  await sql`delete from table_closures where mission_id = ${missionId} and not table_id = any (${staying}::uuid[])`.execute(
    ctx.db,
  )
  const ids = await replaceChildren(ctx, {
    table: 'meeting_tables',
    path: 'tables',
    owner: ['mission_id', missionId],
    items: tables,
    columns: ({ name, place }) => ({ name, place }),
  })
  const wanted = tables.flatMap(({ closed }, index) =>
    closed.map((slotId) => ({ table_id: ids[index], slot_id: slotId })),
  )
  await sql`
    with wanted as (select * from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w (table_id uuid, slot_id uuid))
    delete from table_closures c where c.mission_id = ${missionId}
      and not exists (select from wanted w where w.table_id = c.table_id and w.slot_id = c.slot_id)`.execute(
    ctx.db,
  )
  const { rows: held } = await sql<{
    key: string
  }>`select table_id || ' ' || slot_id as key from table_closures where mission_id = ${missionId}`.execute(
    ctx.db,
  )
  const have = new Set(held.map(({ key }) => key))
  const added = wanted
    .filter(({ table_id, slot_id }) => !have.has(`${table_id} ${slot_id}`))
    .map((closure) => ({ ...closure, id: ctx.newId(), mission_id: missionId }))
  if (added.length > 0)
    await sql`insert into table_closures (id, mission_id, table_id, slot_id)
      select id, mission_id, table_id, slot_id from jsonb_populate_recordset(null::table_closures, ${JSON.stringify(added)}::jsonb)`.execute(
      ctx.db,
    )
}

/** Slots that moved may have put a meeting out of its half-day or its order. */
function refuseClashes(before: Schedule, after: Schedule): void {
  const clashesIn = (schedule: Schedule) => {
    const { problem, timetable } = layOut(schedule)
    return check(problem, timetable)
  }
  // Positions of slots change when others come or go before them.
  const plain = (clash: Conflict) =>
    JSON.stringify({ ...clash, slot: null, slots: null, earlierSlot: null, wanted: null })
  const old = new Set(clashesIn(before).map(plain))
  const clashes = clashesIn(after).filter((clash) => !old.has(plain(clash)))
  if (clashes.length > 0) throw conflictFailure(after, clashes, new Set(), () => 'slots')
}
