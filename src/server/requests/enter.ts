import { sql } from 'kysely'
import type * as z from 'zod'
import type { FieldError } from '../../contract/problems.ts'
import type { enterRequests } from '../../contract/requests.ts'
import type { ParticipationState } from '../../domain/participation.ts'
import { asOfDay, type Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { holdMission } from '../meetings/hold-mission.ts'
import { signForMission } from '../meetings/sign-for-mission.ts'
import type { Verb } from '../route.ts'
import { releaseDisagreed } from './release.ts'

type Given = z.output<typeof enterRequests.body>['requests'][number]

/** A request as it is to be held, and whether it is new. */
interface Row {
  id: string
  from_id: string
  to_id: string
  wish: string
  note: string | null
  expires_on: string | null
  answer: string
  answered_on: string | null
}

export const enter: Verb<typeof enterRequests> = async (ctx, { params: { id }, body: { requests } }) => {
  await holdMission(ctx, id)
  await refuseFlaws(ctx, id, requests)
  const day = await asOfDay(ctx, undefined)
  const held = await heldOf(ctx, id)
  const added: Row[] = []
  const changed: Row[] = []
  for (const given of requests) {
    const before = held.get(`${given.fromId} ${given.toId}`)
    if (!before) added.push(newRow(ctx.newId(), given, day))
    else {
      const after = merged(before, given, day)
      if (Object.entries(after).some(([key, value]) => before[key as keyof Row] !== value))
        changed.push(after)
    }
  }
  await insert(ctx, id, added)
  await change(ctx, changed)
  const unscheduled = await releaseDisagreed(ctx, id)
  await signForMission(ctx, 'requests.enter', id)
  return {
    entered: added.length,
    changed: changed.length,
    unchanged: requests.length - added.length - changed.length,
    unscheduled,
  }
}

/** Both must take part in this mission, be two, and be named together once. */
async function refuseFlaws(ctx: Context, missionId: string, requests: readonly Given[]): Promise<void> {
  const { rows } = await sql<{ id: string; state: ParticipationState | null }>`
    select p.id, (select t.state from participation_states t where t.participation_id = p.id order by t.position desc limit 1) as state
    from participations p where p.mission_id = ${missionId} and p.deleted_at is null`.execute(ctx.db)
  const states = new Map(rows.map(({ id, state }) => [id, state]))
  const errors: FieldError[] = []
  const seen = new Map<string, number>()
  for (const [index, { fromId, toId }] of requests.entries()) {
    const flaw = (field: string, code: string, message: string, params?: Record<string, number>) =>
      errors.push({ path: `requests.${index}.${field}`, code, message, ...(params ? { params } : {}) })
    for (const [field, id] of [
      ['fromId', fromId],
      ['toId', toId],
    ] as const) {
      const state = states.get(id)
      if (state === undefined) flaw(field, 'unknown_reference', 'Not a participant of this mission')
      else if (state === 'withdrawn' || state === 'rejected')
        flaw(field, 'not_taking_part', 'Does not take part any more')
    }
    if (fromId === toId) flaw('toId', 'meets_itself', 'Nobody asks to meet itself')
    const first = seen.get(`${fromId} ${toId}`)
    if (first !== undefined)
      flaw('toId', 'given_twice', `The same request as number ${first + 1}`, { row: first + 1 })
    else seen.set(`${fromId} ${toId}`, index)
  }
  if (errors.length > 0)
    throw new Failure('invalid', errors.map(({ path, message }) => `${path}: ${message}`).join('; '), {
      errors,
    })
}

async function heldOf(ctx: Context, missionId: string): Promise<Map<string, Row>> {
  const { rows } = await sql<Row>`
    select id, from_id, to_id, wish, note, expires_on, answer, answered_on from requests where mission_id = ${missionId}`.execute(
    ctx.db,
  )
  return new Map(rows.map((row) => [`${row.from_id} ${row.to_id}`, row]))
}

const newRow = (id: string, { fromId, toId, wish, note, expiresOn, answer }: Given, day: string): Row => ({
  id,
  from_id: fromId,
  to_id: toId,
  wish,
  note,
  expires_on: expiresOn,
  answer,
  answered_on: answer === 'pending' ? null : day,
})

/** The new wish, and what else is given: a list sent again takes no answer, note or day back. */
function merged(before: Row, { wish, note, expiresOn, answer }: Given, day: string): Row {
  const answered = answer !== 'pending' && answer !== before.answer
  return {
    ...before,
    wish,
    note: note ?? before.note,
    expires_on: expiresOn ?? before.expires_on,
    answer: answered ? answer : before.answer,
    answered_on: answered ? day : before.answered_on,
  }
}

async function insert(ctx: Context, missionId: string, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return
  const at = ctx.now.toISOString()
  await sql`
    insert into requests (id, mission_id, from_id, to_id, wish, note, expires_on, answer, answered_on, created_at, updated_at)
    select id, ${missionId}::uuid, from_id, to_id, wish, note, expires_on, answer, answered_on, ${at}::timestamptz, ${at}::timestamptz
    from jsonb_populate_recordset(null::requests, ${JSON.stringify(rows)}::jsonb)`.execute(ctx.db)
}

async function change(ctx: Context, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    update requests r set wish = w.wish, note = w.note, expires_on = w.expires_on, answer = w.answer, answered_on = w.answered_on
    from jsonb_populate_recordset(null::requests, ${JSON.stringify(rows)}::jsonb) w where w.id = r.id`.execute(
    ctx.db,
  )
}
