import { sql } from 'kysely'
import { missionCan } from '../../domain/mission.ts'
import type { CivilDate, PartialDate } from '../../domain/partial-date.ts'
import type { Context } from '../context.ts'
import { Failure, mustBeAllowed } from '../failure.ts'

/** What the verbs of the schedule need to know of their mission. */
export interface HeldMission {
  id: string
  version: number
  starts: PartialDate | null
  ends: PartialDate | null
  timeZone: string | null
}

interface Row extends HeldMission {
  closedOn: CivilDate | null
  cancelledOn: CivilDate | null
  cancelledReason: string | null
  deletedAt: string | null
}

/**
 * Holds a mission that may be changed, so that what is written about its schedule is written one after the other: what
 * one has checked another can't make untrue meanwhile. With `seen`, it must be at that version.
 */
export async function holdMission(ctx: Context, id: string, seen?: number): Promise<HeldMission> {
  const { rows } = await sql<Row>`
    select id, version, starts, ends, time_zone as "timeZone", closed_on as "closedOn", cancelled_on as "cancelledOn",
      cancelled_reason as "cancelledReason", deleted_at as "deletedAt"
    from missions where id = ${id} for no key update`.execute(ctx.db)
  const [row] = rows
  if (!row) throw new Failure('not_found', 'There is no such mission')
  if (seen !== undefined && row.version !== seen)
    throw new Failure('version_stale', `Version ${row.version} is the newest`, {
      params: { version: row.version },
    })
  mustBeAllowed(missionCan.change(row))
  return row
}

/** The same for the mission of a meeting. */
export async function holdMissionOf(ctx: Context, meetingId: string): Promise<HeldMission> {
  const { rows } = await sql<{
    id: string
  }>`select mission_id as id from meetings where id = ${meetingId}`.execute(ctx.db)
  const [row] = rows
  if (!row) throw new Failure('not_found', 'There is no such meeting')
  return holdMission(ctx, row.id)
}
