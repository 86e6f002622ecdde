import * as contract from '../../contract/access.ts'
import { route } from '../route.ts'
import { endOwnSession, readOwnAccount } from './account.ts'
import { invite, repeat } from './invite.ts'
import { listAllMembers } from './members.ts'
import { changeMember } from './update.ts'

export const accessRoutes = [
  route(contract.listMembers, listAllMembers),
  route(contract.inviteMember, invite),
  route(contract.inviteAgain, repeat),
  route(contract.updateMember, changeMember),
  route(contract.readAccount, readOwnAccount),
  route(contract.endSession, endOwnSession),
]
