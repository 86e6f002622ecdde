import * as access from '../contract/access.ts'
import * as signing from '../contract/sign-in.ts'
import { reads, writes } from './options.ts'

/** Signing in, where the host keeps accounts. */
export const signIn = {
  state: reads(signing.readSignIn),
  enter: writes(signing.signIn),
  code: writes(signing.giveCode),
  provider: writes(signing.startProvider),
  leave: writes(signing.signOut),
  setUp: writes(signing.setUpAdministrator),
  invitation: writes(signing.readInvitation),
  accept: writes(signing.acceptInvitation),
  forgot: writes(signing.forgotPassword),
  reset: writes(signing.resetPassword),
  password: writes(signing.changePassword),
  secondFactor: writes(signing.beginSecondFactor),
  noSecondFactor: writes(signing.endSecondFactor),
}

/** Who has an account, with which roles. */
export const members = {
  list: reads(access.listMembers),
  invite: writes(access.inviteMember),
  inviteAgain: writes(access.inviteAgain),
  update: writes(access.updateMember),
}

/** One's own account. */
export const account = {
  read: reads(access.readAccount),
  endSession: writes(access.endSession),
}
