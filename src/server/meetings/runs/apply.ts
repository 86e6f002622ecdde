import type { Placement, Schedule } from '../../../contract/meetings.ts'
import type { FieldError } from '../../../contract/problems.ts'
import type { applyRun } from '../../../contract/runs.ts'
import { Failure } from '../../failure.ts'
import type { Verb } from '../../route.ts'
import { clashesIn } from '../clashes.ts'
import { conflictFailure } from '../conflicts.ts'
import { holdMission } from '../hold-mission.ts'
import { readSchedule } from '../read-schedule.ts'
import { signForMission } from '../sign-for-mission.ts'
import { figuresOf } from './figures.ts'
import { fillGrid, keepRun } from './keep.ts'
import { refuseMoved } from './refuse-moved.ts'

export const apply: Verb<typeof applyRun> = async (ctx, { params: { id }, body, ifMatch }) => {
  await holdMission(ctx, id, ifMatch)
  const before = await readSchedule(ctx, id)
  refuseMoved(before, body.seen)
  refuseStrangers(before, body.placements)
  const clashes = clashesIn(before, body.placements)
  if (clashes.length > 0) {
    const at = new Map(body.placements.map(({ meetingId }, index) => [meetingId, index]))
    const pathOf = (meeting: string, field: string) => {
      const index = at.get(meeting)
      return index === undefined ? 'placements' : `placements.${index}.${field}`
    }
    throw conflictFailure(before, clashes, new Set(at.keys()), pathOf)
  }
  await fillGrid(ctx, before, body.placements)
  await keepRun(ctx, id, { ...body, figures: figuresOf(before, body.placements, body.figures) })
  await signForMission(ctx, 'runs.apply', id)
  return readSchedule(ctx, id)
}

/** Placements name each meeting once, and what belongs to this mission. */
function refuseStrangers({ meetings, slots, tables }: Schedule, placements: readonly Placement[]): void {
  const planned = new Map(meetings.map(({ id, state }) => [id, state]))
  const slotIds = new Set(slots.map(({ id }) => id))
  const tableIds = new Set(tables.map(({ id }) => id))
  const seen = new Set<string>()
  const errors: FieldError[] = []
  for (const [index, { meetingId, slotId, tableId }] of placements.entries()) {
    const flaw = (field: string, code: string, message: string) =>
      errors.push({ path: `placements.${index}.${field}`, code, message })
    const state = planned.get(meetingId)
    if (state === undefined) flaw('meetingId', 'unknown_reference', 'Not a meeting of this mission')
    if (state === 'cancelled') flaw('meetingId', 'meeting_cancelled', 'The meeting is cancelled')
    if (seen.has(meetingId)) flaw('meetingId', 'given_twice', 'Named before')
    if (!slotIds.has(slotId)) flaw('slotId', 'unknown_reference', 'Not a slot of this mission')
    if (!tableIds.has(tableId)) flaw('tableId', 'unknown_reference', 'Not a table of this mission')
    seen.add(meetingId)
  }
  if (errors.length > 0)
    throw new Failure('invalid', `${errors.length} placements can’t be made`, {
      errors: errors.slice(0, 100),
    })
}
