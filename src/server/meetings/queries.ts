import { type RawBuilder, sql } from 'kysely'
import type { Meeting } from '../../contract/meetings.ts'
import { mayMeet, type Pair } from '../../domain/matching.ts'
import { asOfDay, type Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { inOneValue, instants } from './in-one-value.ts'

/** A meeting without what the requests between its two amount to. */
type Bare = Omit<Meeting, 'value' | 'mayMeet'>

/** Meetings that a condition over `m` narrows to, in the order they were made. */
export async function meetingsOf(ctx: Context, condition: RawBuilder<unknown>): Promise<Bare[]> {
  const rows = await inOneValue<Bare>(
    ctx,
    sql`
    select m.id, m.version, m.mission_id as "missionId", m.a_id as "aId", m.b_id as "bId", m.bound,
      m.slot_id as "slotId", m.table_id as "tableId", m.locked and m.slot_id is not null as locked,
      coalesce(o.after, '{}') as after, m.state, m.rating, m.remark, m.moved_to as "movedTo", m.sample,
      m.deleted_at as "deletedAt", m.created_at as "createdAt", m.updated_at as "updatedAt"
    from meetings m
    left join (
      select r.meeting_id, array_agg(r.after_id::text order by r.after_id) as after
      from meeting_orders r join meetings e on e.id = r.after_id and e.deleted_at is null
      group by r.meeting_id
    ) o on o.meeting_id = m.id
    where ${condition}
    order by m.created_at, m.id`,
  )
  const instant = instants()
  return rows.map((row) => ({
    ...row,
    createdAt: instant(row.createdAt),
    updatedAt: instant(row.updatedAt),
    deletedAt: row.deletedAt && instant(row.deletedAt),
  }))
}

/** One meeting, living or in the bin; 404 where there is none. */
export async function readMeeting(ctx: Context, id: string): Promise<Meeting> {
  const [found] = await meetingsOf(ctx, sql`m.id = ${id}`)
  if (!found) throw new Failure('not_found', 'There is no such meeting')
  const { rows } = await sql<Pick<Pair, 'state' | 'value'>>`
    select p.state, p.value from pairs_on(${await asOfDay(ctx, undefined)}, ${found.missionId}) p
    where p.a_id = least(${found.aId}::uuid, ${found.bId}::uuid) and p.b_id = greatest(${found.aId}::uuid, ${found.bId}::uuid)`.execute(
    ctx.db,
  )
  const [pair] = rows
  return { ...found, value: pair?.value ?? 0, mayMeet: mayMeet(pair) }
}
