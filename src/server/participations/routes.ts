import { readGate } from '../../contract/gate.ts'
import {
  noteAttendance as attend,
  inviteParticipants as invite,
  listParticipations as list,
  moveParticipation as move,
  readParticipation as read,
  removeParticipation as remove,
  restoreParticipation as restore,
  updateParticipation as update,
} from '../../contract/participations.ts'
import { route } from '../route.ts'
import { noteAttendance } from './attend.ts'
import { gateOf } from './gate.ts'
import { inviteParticipants } from './invite.ts'
import { listParticipations } from './list.ts'
import { moveParticipation } from './move.ts'
import { readParticipation } from './queries.ts'
import { removeParticipation } from './remove.ts'
import { restoreParticipation } from './restore.ts'
import { updateParticipation } from './update.ts'

export const participationRoutes = [
  route(list, (ctx, { query }) => listParticipations(ctx, query)),
  route(read, (ctx, { params, query }) => readParticipation(ctx, params.id, query.asOf)),
  route(invite, inviteParticipants),
  route(update, updateParticipation),
  route(move, moveParticipation),
  route(attend, noteAttendance),
  route(readGate, gateOf),
  route(remove, removeParticipation),
  route(restore, restoreParticipation),
]
