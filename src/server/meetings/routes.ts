import { sql } from 'kysely'
import * as contract from '../../contract/meetings.ts'
import { applyRun, listRuns, restoreRun } from '../../contract/runs.ts'
import { route } from '../route.ts'
import { removeMeeting, restoreMeeting } from './bin.ts'
import { calendarOf } from './calendar/calendar.ts'
import { makeMeetings } from './create.ts'
import { changeGrid } from './grid.ts'
import { readMeeting } from './queries.ts'
import { mustBeMission, readSchedule } from './read-schedule.ts'
import { recordOutcome } from './record.ts'
import { apply } from './runs/apply.ts'
import { runsWhere } from './runs/queries.ts'
import { restore } from './runs/restore.ts'
import { changeMeeting } from './update.ts'

export const meetingRoutes = [
  route(contract.readSchedule, (ctx, { params }) => readSchedule(ctx, params.id)),
  route(contract.setGrid, changeGrid, readSchedule),
  route(contract.readMeeting, (ctx, { params }) => readMeeting(ctx, params.id)),
  route(contract.createMeetings, makeMeetings),
  route(contract.updateMeeting, changeMeeting, readMeeting),
  route(contract.removeMeeting, removeMeeting, readMeeting),
  route(contract.restoreMeeting, restoreMeeting),
  route(contract.recordMeeting, recordOutcome),
  route(contract.missionCalendar, calendarOf),
  route(listRuns, async (ctx, { params }) => {
    await mustBeMission(ctx, params.id)
    return { items: await runsWhere(ctx, sql`r.mission_id = ${params.id}`) }
  }),
  route(applyRun, apply, readSchedule),
  route(restoreRun, restore, readSchedule),
]
