import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import * as p from './primitives.ts'

/**
 * Signing in, where a host keeps accounts. These come before anybody is known, and so are not among the operations that ask for
 * a right; none of their answers tells whether an address has an account.
 */

export const email = z.email().max(320).toLowerCase()
/** Long rather than odd (NIST SP 800-63B, 3.1.1); the upper bound keeps hashing cheap. */
export const newPassword = z.string().min(12).max(128)
const password = z.string().min(1).max(128)
/** What a link has. One that was cut short is refused like any other that is not valid, not as a field that is too short. */
const token = z.string().max(200)

/** A path of this site. What an address names may be meant to lead elsewhere, as "//other.example" would. */
export const placeHere = z
  .string()
  .max(2000)
  .regex(/^\/(?![/\\])/)

const done = z.object({ done: z.literal(true) })
const post = { method: 'POST', access: 'write', status: 200 } as const

export const signInState = z.object({
  /** Whether the host keeps accounts, so that everybody has to sign in. */
  required: z.boolean(),
  signedIn: z.boolean(),
  /** Nobody administers it yet: whoever holds the link that the server printed may begin. */
  setUp: z.boolean(),
  /** Whose accounts are taken for ours. */
  providers: z.array(z.object({ id: z.string(), name: z.string() })),
})
export type SignInState = z.infer<typeof signInState>

export const readSignIn = endpoint({
  id: 'auth.state',
  method: 'GET',
  path: '/auth/state',
  summary: 'Whether one has to sign in here, and how',
  access: 'read',
  reply: signInState,
  status: 200,
})
export const signIn = endpoint({
  ...post,
  id: 'auth.sign-in',
  path: '/auth/sign-in',
  summary: 'Sign in by e-mail address and password',
  body: z.object({ email, password }),
  /** Where a second factor is asked for, nobody is signed in yet. */
  reply: z.object({ secondFactor: z.boolean() }),
  errors: ['sign_in_refused', 'too_many_attempts'],
})
export const giveCode = endpoint({
  ...post,
  id: 'auth.code',
  path: '/auth/code',
  summary: 'The second factor: a code of the authenticator, or one of the recovery codes',
  body: z.object({ code: p.line(40), recovery: z.boolean().default(false) }),
  reply: done,
  errors: ['code_refused', 'too_many_attempts'],
})
export const startProvider = endpoint({
  ...post,
  id: 'auth.provider',
  path: '/auth/provider',
  summary: 'Begin to sign in with another organisation’s account; gives the address to go to',
  body: z.object({
    provider: p.line(60),
    back: placeHere,
  }),
  reply: z.object({ url: z.string() }),
})
export const signOut = endpoint({
  ...post,
  id: 'auth.sign-out',
  path: '/auth/sign-out',
  summary: 'End this session',
  reply: done,
})
export const setUpAdministrator = endpoint({
  ...post,
  id: 'auth.set-up',
  path: '/auth/set-up',
  summary: 'Set up the first administrator, with what the server printed as it started',
  body: z.object({
    token,
    givenName: p.optionalLine(200),
    familyName: p.line(200),
    email,
    password: newPassword,
  }),
  reply: done,
  errors: ['link_refused', 'already_set_up', 'too_many_attempts'],
})
export const readInvitation = endpoint({
  ...post,
  id: 'auth.invitation',
  path: '/auth/invitation',
  summary: 'Whom an invitation is for',
  body: z.object({ token }),
  reply: z.object({ name: z.string(), email: z.string() }),
  errors: ['link_refused', 'too_many_attempts'],
})
export const acceptInvitation = endpoint({
  ...post,
  id: 'auth.accept',
  path: '/auth/accept',
  summary: 'Accept an invitation by choosing a password; signs in',
  body: z.object({ token, password: newPassword }),
  reply: done,
  errors: ['link_refused', 'too_many_attempts'],
})
export const forgotPassword = endpoint({
  ...post,
  id: 'auth.forgot',
  path: '/auth/forgot',
  summary: 'Send a link for choosing a new password, if the address has an account',
  body: z.object({ email }),
  reply: done,
  errors: ['too_many_attempts'],
})
export const resetPassword = endpoint({
  ...post,
  id: 'auth.reset',
  path: '/auth/reset',
  summary: 'Choose a new password; ends all sessions',
  body: z.object({ token, password: newPassword }),
  reply: done,
  errors: ['link_refused', 'too_many_attempts'],
})
export const changePassword = endpoint({
  ...post,
  id: 'auth.password',
  path: '/auth/password',
  summary: 'Change one’s own password; ends all other sessions',
  body: z.object({ current: password, next: newPassword }),
  reply: done,
  errors: ['not_signed_in', 'password_refused', 'too_many_attempts'],
})
export const beginSecondFactor = endpoint({
  ...post,
  id: 'auth.second-factor',
  path: '/auth/second-factor',
  summary:
    'Begin to ask for a second factor: the secret for an authenticator; in force once a code of it was given',
  body: z.object({ password }),
  reply: z.object({ uri: z.string(), recoveryCodes: z.array(z.string()) }),
  errors: ['not_signed_in', 'password_refused', 'too_many_attempts'],
})
export const endSecondFactor = endpoint({
  ...post,
  id: 'auth.no-second-factor',
  path: '/auth/second-factor/end',
  summary: 'Ask for no second factor any more',
  body: z.object({ password }),
  reply: done,
  errors: ['not_signed_in', 'password_refused', 'too_many_attempts'],
})
