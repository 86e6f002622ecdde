import * as z from 'zod'
import { roles } from '../domain/rights.ts'
import { endpoint } from './endpoint.ts'
import * as p from './primitives.ts'
import { email } from './sign-in.ts'

/** A role as given: for an organisation, for an alliance, or for the whole workspace. */
export const appointmentInput = z
  .object({
    role: z.enum(roles),
    organisationId: p.id.nullable().default(null),
    allianceId: p.id.nullable().default(null),
  })
  .refine(({ organisationId, allianceId }) => !organisationId || !allianceId, {
    error: 'For an organisation or for an alliance, not both',
    path: ['allianceId'],
  })
const appointments = z.array(appointmentInput).max(30)

/** Somebody who has an account, or has been invited to one. */
export const member = z
  .object({
    id: p.id,
    email: z.string(),
    /** Whose name stands on what is written; null where the workspace no longer has them. */
    person: p.named.nullable(),
    /** Has not accepted the invitation yet. */
    invited: z.boolean(),
    suspendedAt: p.instant.nullable(),
    secondFactor: z.boolean(),
    /** As far as it is known: from living sessions, and from the audit for as long as it keeps it. */
    lastSignIn: p.instant.nullable(),
    appointments: z.array(
      z.object({ role: z.enum(roles), organisation: p.named.nullable(), alliance: p.named.nullable() }),
    ),
  })
  .meta({ id: 'Member' })
export type Member = z.infer<typeof member>

export const listMembers = endpoint({
  id: 'access.list',
  method: 'GET',
  path: '/access/members',
  summary: 'Who has an account, and with which roles',
  access: 'read',
  reply: z.object({ items: z.array(member) }),
  status: 200,
  errors: ['not_found'],
})
export const inviteMember = endpoint({
  id: 'access.invite',
  method: 'POST',
  path: '/access/members',
  summary:
    'Invite somebody: a person of the workspace, by e-mail. The link goes there, or to the server’s log',
  access: 'write',
  body: z.object({ email, personId: p.id, appointments }),
  reply: member,
  status: 201,
  errors: ['not_found', 'duplicate'],
})
export const inviteAgain = endpoint({
  id: 'access.invite-again',
  method: 'POST',
  path: '/access/members/{id}/invitation',
  summary: 'Send a new link to who has not accepted yet; earlier ones no longer work',
  access: 'write',
  params: p.byId,
  reply: member,
  status: 200,
  errors: ['not_found', 'conflict'],
})
export const updateMember = endpoint({
  id: 'access.update',
  method: 'PATCH',
  path: '/access/members/{id}',
  summary: 'Give and take roles, or suspend somebody, which ends their sessions',
  access: 'write',
  params: p.byId,
  body: z.object({ appointments: appointments.optional(), suspended: z.boolean().optional() }),
  reply: member,
  status: 200,
  errors: ['not_found', 'last_administrator'],
})

export const ownAccount = z
  .object({
    email: z.string(),
    secondFactor: z.boolean(),
    /** Whether there is a password, rather than another organisation's account alone. */
    password: z.boolean(),
    sessions: z.array(
      z.object({
        id: p.id,
        current: z.boolean(),
        since: p.instant,
        until: p.instant,
        from: z.string().nullable(),
        browser: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'OwnAccount' })
export type OwnAccount = z.infer<typeof ownAccount>

export const readAccount = endpoint({
  id: 'account.read',
  method: 'GET',
  path: '/account',
  summary: 'One’s own account, and where it is signed in',
  access: 'read',
  reply: ownAccount,
  status: 200,
  errors: ['not_found'],
})
export const endSession = endpoint({
  id: 'account.end-session',
  method: 'DELETE',
  path: '/account/sessions/{id}',
  summary: 'End one of one’s own sessions',
  access: 'write',
  params: p.byId,
  reply: ownAccount,
  status: 200,
  errors: ['not_found'],
})

export const accessEndpoints = [
  listMembers,
  inviteMember,
  inviteAgain,
  updateMember,
  readAccount,
  endSession,
] as const
