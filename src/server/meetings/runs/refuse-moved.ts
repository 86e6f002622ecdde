import type { Placement, Schedule } from '../../../contract/meetings.ts'
import { Failure } from '../../failure.ts'
import { standing } from '../clashes.ts'

const place = ({ slotId, tableId }: Placement) => `${slotId} ${tableId}`
const places = (placements: readonly Placement[]) =>
  new Map(placements.map((placement) => [placement.meetingId, place(placement)]))

/** 412 `version_stale` where a meeting doesn't stand where it was seen, so that filling the grid reverses nobody's move. */
export function refuseMoved(schedule: Schedule, seen: readonly Placement[] | undefined): void {
  if (!seen) return
  const [then, now] = [places(seen), places(standing(schedule))]
  const moved = [...new Set([...then.keys(), ...now.keys()])].filter((id) => then.get(id) !== now.get(id))
  const [meetingId] = moved
  if (meetingId)
    throw new Failure('version_stale', `${moved.length} meetings stand elsewhere by now`, {
      params: { version: schedule.version, meetingId },
    })
}
