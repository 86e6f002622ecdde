import { sql } from 'kysely'
import type { Placement, Schedule } from '../../../contract/meetings.ts'
import type { restoreRun } from '../../../contract/runs.ts'
import { keptReason, unplacedIn } from '../../../domain/schedule/explain.ts'
import type { Context } from '../../context.ts'
import { Failure } from '../../failure.ts'
import type { Verb } from '../../route.ts'
import { holdMission } from '../hold-mission.ts'
import { readSchedule } from '../read-schedule.ts'
import { signForMission } from '../sign-for-mission.ts'
import { figuresOf, judged, timetableOf } from './figures.ts'
import { fillGrid, keepRun } from './keep.ts'
import { because, putBack, type WhyNot } from './put-back.ts'
import { runsWhere } from './queries.ts'
import { refuseMoved } from './refuse-moved.ts'

/**
 * Fills the grid from an earlier run as far as it still can be, and keeps that as a run of its own: of what stands now, its
 * figures too. The answer says which meetings are not where they were, and why.
 */
export const restore: Verb<typeof restoreRun> = async (ctx, { params: { id, runId }, body, ifMatch }) => {
  await holdMission(ctx, id, ifMatch)
  const [run] = await runsWhere(ctx, sql`r.id = ${runId} and r.mission_id = ${id}`)
  if (!run) throw new Failure('not_found', 'There is no such run')
  const before = await readSchedule(ctx, id)
  refuseMoved(before, body.seen)
  const { placements, left } = putBack(before, run.placements)
  await fillGrid(ctx, before, placements)
  await keepRun(ctx, id, {
    kind: 'restored',
    label: run.label,
    // How good it could be at best isn't known of a schedule that nobody searched for.
    figures: figuresOf(before, placements, { bound: null, seconds: 0, optimal: false }),
    placements,
    unplaced: unplacedNow(before, placements, left),
  })
  await signForMission(ctx, 'runs.restore', id)
  const [kept] = await runsWhere(
    ctx,
    sql`r.mission_id = ${id} and r.position = (select max(position) from schedule_runs where mission_id = ${id})`,
  )
  if (!kept) throw new Error('The run has just been kept')
  return {
    schedule: await readSchedule(ctx, id),
    run: kept,
    left: [...left, ...(await thrownAway(ctx, before, run.placements))],
  }
}

/** The meetings that want a place and have none, and why: where one was to be put back, what was in its way there. */
function unplacedNow(
  schedule: Schedule,
  placements: readonly Placement[],
  left: readonly WhyNot[],
): WhyNot[] {
  const laid = judged(schedule)
  const inTheWay = new Map(left.map((one) => [one.meetingId, one]))
  return unplacedIn(laid, timetableOf(laid, placements)).map(
    ({ meeting, reasons }) =>
      inTheWay.get(meeting) ?? {
        meetingId: meeting,
        reasons: reasons.map((reason) => keptReason(reason, (slot) => schedule.slots[slot]?.id)),
      },
  )
}

/** Meetings of a run that are in the bin by now; their two are told, who may be named still. */
async function thrownAway(
  ctx: Context,
  { meetings }: Schedule,
  wanted: readonly Placement[],
): Promise<WhyNot[]> {
  const known = new Set(meetings.map(({ id }) => id))
  const missing = wanted.map(({ meetingId }) => meetingId).filter((id) => !known.has(id))
  if (missing.length === 0) return []
  const { rows } = await sql<{ id: string; two: string[] }>`
    select id, array[a_id::text, b_id::text] as two from meetings where id = any (${sql.val(missing)}::uuid[]) order by id`.execute(
    ctx.db,
  )
  return rows.map(({ id, two }) => because(id, 'in_bin', two))
}
