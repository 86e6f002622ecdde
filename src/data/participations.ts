import {
  inviteParticipants,
  listParticipations,
  moveParticipation,
  noteAttendance,
  readParticipation,
  removeParticipation,
  restoreParticipation,
  updateParticipation,
} from '../contract/participations.ts'
import { presenceNoted } from './mission-overlays.ts'
import { lists, reads, writes } from './options.ts'

export const participations = {
  page: reads(listParticipations),
  list: lists(listParticipations),
  read: reads(readParticipation),
  invite: writes(inviteParticipants),
  update: writes(updateParticipation),
  move: writes(moveParticipation),
  attend: writes(noteAttendance, presenceNoted),
  remove: writes(removeParticipation),
  restore: writes(restoreParticipation),
}
