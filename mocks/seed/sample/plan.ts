import type { Schedule } from '../../../src/contract/meetings.ts'
import { applyRun } from '../../../src/contract/runs.ts'
import { keptReason, unplacedIn } from '../../../src/domain/schedule/explain.ts'
import { layOut } from '../../../src/domain/schedule/lay-out.ts'
import { solve } from '../../../src/domain/schedule/solve.ts'
import type { Call } from '../call.ts'

/**
 * Fills the grid of a mission by the scheduler that the screens use, and keeps the run. Made when the demo is built, not
 * committed, so that it can never break a rule that was added since. Its clock counts looks at it, not time: the same
 * schedule always gets the same timetable.
 */
export async function plan(call: Call, schedule: Schedule, label: string, seed: number): Promise<Schedule> {
  const { problem, timetable: present } = layOut(schedule)
  let looks = 0
  const search = solve(problem, { clock: () => looks++, limit: 20_000, seed })
  let step = search.next()
  while (!step.done) step = search.next()
  const { timetable, value, bound, breaks, optimal } = step.value
  const before = new Map(present.map(({ meeting, slot }) => [meeting, slot]))
  const moved = timetable.filter(({ meeting, slot }) => (before.get(meeting) ?? slot) !== slot)
  const slotId = (index: number) => schedule.slots[index]?.id
  return call(
    applyRun,
    {
      params: { id: schedule.missionId },
      body: {
        kind: 'automatic',
        label,
        figures: {
          placed: timetable.length,
          wanted: problem.meetings.length,
          value,
          bound,
          breaks,
          moved: moved.length,
          // Not measured: it would differ from one build to the next.
          seconds: 1,
          optimal,
        },
        placements: timetable.flatMap(({ meeting, slot, table }) => {
          const at = slotId(slot)
          return at ? [{ meetingId: meeting, slotId: at, tableId: table }] : []
        }),
        unplaced: unplacedIn({ problem }, timetable).map(({ meeting, reasons }) => ({
          meetingId: meeting,
          reasons: reasons.map((reason) => keptReason(reason, slotId)),
        })),
      },
    },
    schedule.version,
  )
}
