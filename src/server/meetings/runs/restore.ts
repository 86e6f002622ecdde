import { sql } from 'kysely'
import type { Placement, restoreRun, Schedule, ScheduleRun } from '../../../contract/meetings.ts'
import { canBeMet } from '../../../domain/participation.ts'
import { applyMove, conflictsOf, dragIndex } from '../../../domain/schedule/drag.ts'
import { Failure } from '../../failure.ts'
import type { Verb } from '../../route.ts'
import { disagreedIn } from '../clashes.ts'
import type { Clash } from '../conflicts.ts'
import { holdMission } from '../hold-mission.ts'
import { lay, staysPut } from '../problem.ts'
import { readSchedule } from '../read-schedule.ts'
import { signForMission } from '../sign-for-mission.ts'
import { fillGrid, keepRun } from './keep.ts'
import { runsWhere } from './queries.ts'

type WhyNot = ScheduleRun['unplaced'][number]

/** What is locked or recorded stays; of the rest each goes where it was then, unless something is in its way now. */
export const restore: Verb<typeof restoreRun> = async (ctx, { params: { id, runId }, ifMatch }) => {
  await holdMission(ctx, id, ifMatch)
  const [run] = await runsWhere(ctx, sql`r.id = ${runId} and r.mission_id = ${id}`)
  if (!run) throw new Failure('not_found', 'There is no such run')
  const before = await readSchedule(ctx, id)
  const disagreed = new Set(disagreedIn(before).map(({ meeting }) => meeting))
  const { placements, unplaced } = asFarAsPossible(before, run.placements, disagreed)
  await fillGrid(ctx, before, placements)
  const moved = movedFrom(before, placements)
  await keepRun(ctx, id, {
    kind: 'restored',
    label: run.label,
    figures: { ...run.figures, moved, seconds: 0, optimal: false },
    placements,
    unplaced: [
      ...unplaced,
      ...run.unplaced.filter(({ meetingId }) => isLeftOut(before, meetingId, placements)),
    ],
  })
  await signForMission(ctx, 'runs.restore', id)
  return readSchedule(ctx, id)
}

const isLeftOut = ({ meetings }: Schedule, id: string, placements: readonly Placement[]) =>
  meetings.some((meeting) => meeting.id === id) && !placements.some(({ meetingId }) => meetingId === id)

function movedFrom({ meetings }: Schedule, placements: readonly Placement[]): number {
  const now = new Map(placements.map((placement) => [placement.meetingId, placement]))
  return meetings.filter(({ id, slotId, tableId }) => {
    const to = now.get(id)
    return slotId !== null && (to?.slotId !== slotId || to.tableId !== tableId)
  }).length
}

function asFarAsPossible(
  schedule: Schedule,
  wanted: readonly Placement[],
  disagreed: ReadonlySet<string>,
): { placements: Placement[]; unplaced: WhyNot[] } {
  const { problem, timetable, slotAt } = lay(schedule)
  const meetings = new Map(schedule.meetings.map((meeting) => [meeting.id, meeting]))
  const people = new Map(schedule.participants.map(({ id, state }) => [id, state]))
  const staying = schedule.meetings.filter((meeting) => staysPut(meeting) && meeting.state !== 'cancelled')
  const placements = staying.flatMap(({ id, slotId, tableId }) =>
    slotId && tableId ? [{ meetingId: id, slotId, tableId }] : [],
  )
  const held = new Set(placements.map(({ meetingId }) => meetingId))
  const index = dragIndex(
    problem,
    timetable.filter(({ meeting }) => held.has(meeting)),
  )
  const unplaced: WhyNot[] = []
  for (const { meetingId, slotId, tableId } of wanted) {
    const meeting = meetings.get(meetingId)
    if (meeting?.state !== 'planned' || held.has(meetingId)) continue
    const slot = slotAt.get(slotId)
    const gone = slot === undefined || !schedule.tables.some(({ id }) => id === tableId)
    const strangers = [meeting.aId, meeting.bId].filter((id) => !canBeMet(people.get(id) ?? 'withdrawn'))
    const clashes: Clash[] = [
      ...strangers.map((participant) => ({
        code: 'not-taking-part' as const,
        meeting: meetingId,
        participant,
      })),
      ...(disagreed.has(meetingId) ? [{ code: 'not-agreed' as const, meeting: meetingId }] : []),
      ...(gone ? [] : conflictsOf(index, { meeting: meetingId, to: { slot, table: tableId } })),
    ]
    if (gone || clashes.length > 0) unplaced.push(whyNot(schedule, meetingId, clashes))
    else {
      applyMove(index, { meeting: meetingId, to: { slot, table: tableId } })
      placements.push({ meetingId, slotId, tableId })
    }
  }
  return { placements, unplaced }
}

/** Why a meeting is not where it was; without any clash its slot or table is gone. */
function whyNot({ slots }: Schedule, meetingId: string, clashes: readonly Clash[]): WhyNot {
  const nothing = { participants: [], slots: [], tables: [], meetings: [], count: null, of: null }
  if (clashes.length === 0) return { meetingId, reasons: [{ ...nothing, code: 'place_gone' }] }
  return {
    meetingId,
    reasons: clashes.map((clash) => {
      const slot = 'slot' in clash && clash.slot !== null ? slots[clash.slot] : undefined
      return {
        ...nothing,
        code: clash.code.replaceAll('-', '_'),
        participants: 'participant' in clash ? [clash.participant] : [],
        slots: slot ? [slot.id] : [],
        tables: 'table' in clash ? [clash.table] : [],
        meetings: 'meetings' in clash ? clash.meetings.filter((id) => id !== meetingId) : [],
      }
    }),
  }
}
