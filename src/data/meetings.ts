import {
  createMeetings,
  readMeeting,
  readSchedule,
  recordMeeting,
  removeMeeting,
  restoreMeeting,
  setGrid,
  updateMeeting,
} from '../contract/meetings.ts'
import {
  enterRequests,
  listRequests,
  removeRequest,
  suggestMeetings,
  updateRequest,
} from '../contract/requests.ts'
import { applyRun, listRuns, restoreRun } from '../contract/runs.ts'
import { meetingRecorded } from './mission-overlays.ts'
import { lists, reads, writes } from './options.ts'

export const meetings = {
  schedule: reads(readSchedule),
  read: reads(readMeeting),
  setGrid: writes(setGrid),
  create: writes(createMeetings),
  update: writes(updateMeeting),
  remove: writes(removeMeeting),
  restore: writes(restoreMeeting),
  record: writes(recordMeeting, meetingRecorded),
  runs: reads(listRuns),
  applyRun: writes(applyRun),
  restoreRun: writes(restoreRun),
}

export const requests = {
  page: reads(listRequests),
  list: lists(listRequests),
  suggest: reads(suggestMeetings),
  enter: writes(enterRequests),
  update: writes(updateRequest),
  remove: writes(removeRequest),
}
