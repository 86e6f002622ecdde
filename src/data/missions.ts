import { missionCalendar } from '../contract/meetings.ts'
import {
  cancelMission,
  closeMission,
  missionRecords,
  moveMission,
  reopenMission,
  tickStep,
} from '../contract/missions.ts'
import {
  createOutcome,
  planFollowUp,
  readResults,
  removeOutcome,
  updateOutcome,
} from '../contract/outcomes.ts'
import { call } from './client.ts'
import { lists, reads, writes } from './options.ts'

export const missions = {
  page: reads(missionRecords.list),
  list: lists(missionRecords.list),
  read: reads(missionRecords.read),
  results: reads(readResults),
  create: writes(missionRecords.create),
  update: writes(missionRecords.update),
  remove: writes(missionRecords.remove),
  restore: writes(missionRecords.restore),
  move: writes(moveMission),
  cancel: writes(cancelMission),
  close: writes(closeMission),
  reopen: writes(reopenMission),
  tick: writes(tickStep),
  planFollowUp: writes(planFollowUp),
}

export const outcomes = {
  create: writes(createOutcome),
  update: writes(updateOutcome),
  remove: writes(removeOutcome),
}

/** The meetings as an iCalendar file: of the whole mission, or of one participation. */
export const downloadCalendar = (id: string, language: 'en' | 'fr' | 'ja', participation?: string) =>
  call(missionCalendar, { params: { id }, query: { language, participation } })
