import * as contract from '../../contract/meetings.ts'
import { route } from '../route.ts'
import { makeMeetings } from './create.ts'
import { changeGrid } from './grid.ts'
import { readMeeting } from './queries.ts'
import { readSchedule } from './read-schedule.ts'
import { changeMeeting } from './update.ts'

export const meetingRoutes = [
  route(contract.readSchedule, (ctx, { params }) => readSchedule(ctx, params.id)),
  route(contract.setGrid, changeGrid, readSchedule),
  route(contract.readMeeting, (ctx, { params }) => readMeeting(ctx, params.id)),
  route(contract.createMeetings, makeMeetings),
  route(contract.updateMeeting, changeMeeting, readMeeting),
]
