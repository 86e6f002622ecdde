import { sql } from 'kysely'
import type * as z from 'zod'
import type { createMeetings, Schedule } from '../../contract/meetings.ts'
import type { FieldError } from '../../contract/problems.ts'
import { mayMeet, pairKey, pairsOf } from '../../domain/matching.ts'
import { canBeMet } from '../../domain/participation.ts'
import { asOfDay, type Context } from '../context.ts'
import { Failure } from '../failure.ts'
import type { Verb } from '../route.ts'
import { clashesOf } from './clashes.ts'
import { conflictFailure } from './conflicts.ts'
import { holdMission } from './hold-mission.ts'
import { readSchedule } from './read-schedule.ts'
import { requestsOf } from './request-facts.ts'
import { signForMission } from './sign-for-mission.ts'

type Pair = NonNullable<z.output<typeof createMeetings.body>['pairs']>[number]
interface Made extends Pair {
  id: string
  /** Where it stands in the input. */
  index: number
}

export const makeMeetings: Verb<typeof createMeetings> = async (ctx, { params: { id }, body }) => {
  await holdMission(ctx, id)
  const before = await readSchedule(ctx, id)
  const pairs = body.pairs ?? before.open.map((pair) => ({ ...nowhere, aId: pair.aId, bId: pair.bId }))
  if (body.pairs) await refuseStrangers(ctx, before, body.pairs)
  const made = newOnes(ctx, before, pairs)
  if (made.length === 0) return before
  await insert(ctx, id, made)
  const after = await readSchedule(ctx, id)
  const placed = new Map(made.filter(({ slotId }) => slotId).map((pair) => [pair.id, pair]))
  if (placed.size > 0) {
    const clashes = clashesOf(after, new Set(placed.keys()))
    if (clashes.length > 0)
      throw conflictFailure(
        after,
        clashes,
        new Set(placed.keys()),
        (meeting, field) => `pairs.${placed.get(meeting)?.index ?? 0}.${field}`,
      )
  }
  await signForMission(ctx, 'meetings.create', id)
  return after
}

const nowhere = { bound: 'any' as const, slotId: null, tableId: null, locked: false }

/** Both must take part, be two, and agree where either has asked; a place is a slot and a table of this mission. */
async function refuseStrangers(
  ctx: Context,
  { missionId, participants, slots, tables }: Schedule,
  pairs: readonly Pair[],
): Promise<void> {
  const people = new Map(participants.map((one) => [one.id, one]))
  const slotIds = new Set(slots.map(({ id }) => id))
  const tableIds = new Set(tables.map(({ id }) => id))
  const asked = pairsOf(await requestsOf(ctx, missionId), await asOfDay(ctx, undefined))
  const states = new Map(asked.map((pair) => [pairKey(pair.aId, pair.bId), pair]))
  const errors: FieldError[] = []
  const flaw = (path: string, code: string, message: string) => errors.push({ path, code, message })
  for (const [index, { aId, bId, slotId, tableId, locked }] of pairs.entries()) {
    const at = `pairs.${index}`
    for (const [field, id] of [
      ['aId', aId],
      ['bId', bId],
    ] as const) {
      const one = people.get(id)
      if (!one) flaw(`${at}.${field}`, 'unknown_reference', 'Not a participant of this mission')
      else if (!canBeMet(one.state)) flaw(`${at}.${field}`, 'not_taking_part', 'Does not take part (yet)')
    }
    if (aId === bId) flaw(`${at}.bId`, 'meets_itself', 'Nobody meets itself')
    const pair = states.get(pairKey(aId, bId))
    if (pair && !mayMeet(pair)) flaw(`${at}.bId`, `pair_${pair.state}`, `The two don’t agree: ${pair.state}`)
    if ((slotId === null) !== (tableId === null))
      flaw(`${at}.${slotId === null ? 'slotId' : 'tableId'}`, 'required', 'Slot and table go together')
    if (slotId && !slotIds.has(slotId))
      flaw(`${at}.slotId`, 'unknown_reference', 'Not a slot of this mission')
    if (tableId && !tableIds.has(tableId))
      flaw(`${at}.tableId`, 'unknown_reference', 'Not a table of this mission')
    if (locked && !slotId) flaw(`${at}.locked`, 'not_placed', 'Only what has a place can be locked')
  }
  if (errors.length > 0)
    throw new Failure('invalid', errors.map(({ path, message }) => `${path}: ${message}`).join('; '), {
      errors,
    })
}

/** Those that have no meeting yet, once each, the home side first. */
function newOnes(ctx: Context, { meetings, participants }: Schedule, pairs: readonly Pair[]): Made[] {
  const known = new Set(meetings.map(({ aId, bId }) => pairKey(aId, bId)))
  const sides = new Map(participants.map(({ id, side }) => [id, side]))
  return pairs.flatMap((pair, index) => {
    const key = pairKey(pair.aId, pair.bId)
    if (known.has(key)) return []
    known.add(key)
    const turned = sides.get(pair.aId) === 'partner' && sides.get(pair.bId) === 'home'
    const two = turned ? { aId: pair.bId, bId: pair.aId } : { aId: pair.aId, bId: pair.bId }
    return [{ ...pair, ...two, index, id: ctx.newId() }]
  })
}

async function insert(ctx: Context, missionId: string, made: readonly Made[]): Promise<void> {
  const rows = made.map(({ id, aId, bId, bound, slotId, tableId, locked }) => ({
    id,
    a_id: aId,
    b_id: bId,
    bound,
    slot_id: slotId,
    table_id: tableId,
    locked,
  }))
  const at = ctx.now.toISOString()
  await sql`
    insert into meetings (id, mission_id, a_id, b_id, bound, slot_id, table_id, locked, created_at, updated_at)
    select id, ${missionId}::uuid, a_id, b_id, bound, slot_id, table_id, locked, ${at}::timestamptz, ${at}::timestamptz
    from jsonb_populate_recordset(null::meetings, ${JSON.stringify(rows)}::jsonb)`.execute(ctx.db)
}
