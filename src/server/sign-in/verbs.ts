import type * as z from 'zod'
import type { Endpoint } from '../../contract/endpoint.ts'
import * as contract from '../../contract/sign-in.ts'
import type { Db } from '../db/database.ts'
import { Failure } from '../failure.ts'
import type { Attempt } from './attempts.ts'
import type { Auth } from './auth.ts'
import type { Beginning } from './beginning.ts'
import { invitedBy, takeUp } from './invitations.ts'
import type { Failed } from './library-log.ts'
import { mustBeHardToGuess } from './new-password.ts'

export interface SignInDeps {
  db: Db
  auth: Auth
  clock: () => Date
  beginning: Beginning
  required: () => Promise<boolean>
  providers: { id: string; name: string }[]
  failed: Failed
}

/** What a step gives: its reply, and what the library answered, whose cookies go with it. */
interface Done {
  reply: unknown
  answer?: Response
}

/** One step of signing in. `attempt` says what is counted where it fails; without it nothing is. */
export interface Step {
  endpoint: Endpoint
  attempt?: (body: never) => Omit<Attempt, 'client'>
  run: (deps: SignInDeps, headers: Headers, body: never) => Promise<Done>
}

const done = { done: true as const }

type BodyOf<E extends Endpoint> = E['body'] extends z.ZodType ? z.output<E['body']> : undefined
interface Steps<E extends Endpoint> {
  attempt?: (body: BodyOf<E>) => Omit<Attempt, 'client'>
  run: (deps: SignInDeps, headers: Headers, body: BodyOf<E>) => Promise<Done>
}
const step = <E extends Endpoint>(endpoint: E, rest: Steps<E>): Step => ({ endpoint, ...rest }) as Step

/** The library's answer where it agrees; otherwise a refusal of ours, the same whatever it was that it did not like. */
async function agreed(answer: Response, code: Failure['code'], why: string): Promise<Response> {
  if (answer.ok) return answer
  if (answer.status === 429) throw new Failure('too_many_attempts', 'Too many attempts')
  throw new Failure(code, why)
}

const mustBeSignedIn = async ({ auth }: SignInDeps, headers: Headers) => {
  const session = await auth.api.getSession({ headers })
  if (!session) throw new Failure('not_signed_in', 'Nobody is signed in')
  return session
}

export const steps: readonly Step[] = [
  step(contract.readSignIn, {
    run: async ({ auth, beginning, required, providers }, headers) => ({
      reply: {
        required: await required(),
        signedIn: (await auth.api.getSession({ headers })) !== null,
        setUp: await beginning.isOpen(),
        providers,
      },
    }),
  }),
  step(contract.signIn, {
    attempt: ({ email }) => ({ what: 'sign-in', email }),
    run: async ({ auth }, headers, body) => {
      const asked = await auth.api.signInEmail({ body, headers, asResponse: true })
      const answer = await agreed(asked, 'sign_in_refused', 'The address or the password is not right')
      const reply = (await answer.clone().json()) as { twoFactorRedirect?: boolean }
      return { reply: { secondFactor: reply.twoFactorRedirect === true }, answer }
    },
  }),
  step(contract.giveCode, {
    attempt: () => ({ what: 'code' }),
    run: async ({ auth }, headers, { code, recovery }) => {
      const asked = recovery
        ? await auth.api.verifyBackupCode({ body: { code }, headers, asResponse: true })
        : await auth.api.verifyTOTP({ body: { code: code.replaceAll(/\s/g, '') }, headers, asResponse: true })
      return { reply: done, answer: await agreed(asked, 'code_refused', 'The code is not right') }
    },
  }),
  step(contract.startProvider, {
    run: async ({ auth }, headers, { provider, back }) => {
      const body = { provider, callbackURL: back, errorCallbackURL: '/sign-in?refused=provider' }
      const asked = await auth.api.signInSocial({ body, headers, asResponse: true })
      const answer = await agreed(asked, 'not_found', 'There is no such provider')
      return { reply: { url: ((await answer.clone().json()) as { url: string }).url }, answer }
    },
  }),
  step(contract.signOut, {
    run: async ({ auth }, headers) => ({
      reply: done,
      answer: await auth.api.signOut({ headers, asResponse: true }),
    }),
  }),
  step(contract.setUpAdministrator, {
    attempt: () => ({ what: 'set-up' }),
    run: async ({ auth, beginning }, headers, { email, password, token, ...name }) => {
      mustBeHardToGuess(password, email)
      await beginning.begin(token, { email, ...name }, await hashOf(auth, password))
      return { reply: done, answer: await enter(auth, headers, email, password) }
    },
  }),
  step(contract.readInvitation, {
    attempt: () => ({ what: 'invitation' }),
    run: async ({ db, clock }, _headers, { token }) => {
      const { name, email } = await invitedBy(db, clock(), token)
      return { reply: { name, email } }
    },
  }),
  step(contract.acceptInvitation, {
    attempt: () => ({ what: 'invitation' }),
    run: async ({ db, auth, clock }, headers, { token, password }) => {
      const { email } = await invitedBy(db, clock(), token)
      mustBeHardToGuess(password, email)
      await takeUp(db, clock(), token, await hashOf(auth, password))
      return { reply: done, answer: await enter(auth, headers, email, password) }
    },
  }),
  step(contract.forgotPassword, {
    attempt: ({ email }) => ({ what: 'forgot', email }),
    run: async ({ auth }, headers, { email }) => {
      await auth.api.requestPasswordReset({ body: { email }, headers, asResponse: true })
      return { reply: done }
    },
  }),
  step(contract.resetPassword, {
    attempt: () => ({ what: 'reset' }),
    run: async ({ auth }, headers, { token, password }) => {
      mustBeHardToGuess(password, await addressOfReset(auth, token))
      const body = { token, newPassword: password }
      const asked = await auth.api.resetPassword({ body, headers, asResponse: true })
      await agreed(asked, 'link_refused', 'The link is not valid any more')
      return { reply: done }
    },
  }),
  step(contract.changePassword, {
    attempt: () => ({ what: 'password' }),
    run: async (deps, headers, { current, next }) => {
      const { user } = await mustBeSignedIn(deps, headers)
      mustBeHardToGuess(next, user.email, 'next')
      const body = { currentPassword: current, newPassword: next, revokeOtherSessions: true }
      const asked = await deps.auth.api.changePassword({ body, headers, asResponse: true })
      return { reply: done, answer: await agreed(asked, 'password_refused', 'The password is not right') }
    },
  }),
  step(contract.beginSecondFactor, {
    attempt: () => ({ what: 'password' }),
    run: async (deps, headers, body) => {
      await mustBeSignedIn(deps, headers)
      const asked = await deps.auth.api.enableTwoFactor({ body, headers, asResponse: true })
      const answer = await agreed(asked, 'password_refused', 'The password is not right')
      const { totpURI, backupCodes } = (await answer.clone().json()) as {
        totpURI: string
        backupCodes: string[]
      }
      return { reply: { uri: totpURI, recoveryCodes: backupCodes }, answer }
    },
  }),
  step(contract.endSecondFactor, {
    attempt: () => ({ what: 'password' }),
    run: async (deps, headers, body) => {
      await mustBeSignedIn(deps, headers)
      const asked = await deps.auth.api.disableTwoFactor({ body, headers, asResponse: true })
      return { reply: done, answer: await agreed(asked, 'password_refused', 'The password is not right') }
    },
  }),
]

const hashOf = async (auth: Auth, password: string): Promise<string> =>
  (await auth.$context).password.hash(password)

/** Whose password a link chooses anew; nobody's where the link is none, which the library refuses after it. */
async function addressOfReset(auth: Auth, token: string): Promise<string> {
  const { internalAdapter } = await auth.$context
  const kept = await internalAdapter.findVerificationValue(`reset-password:${token}`)
  return (kept && (await internalAdapter.findUserById(kept.value))?.email) ?? ''
}

/** A session of its own for who has just chosen a password. */
async function enter(auth: Auth, headers: Headers, email: string, password: string): Promise<Response> {
  const asked = await auth.api.signInEmail({ body: { email, password }, headers, asResponse: true })
  return agreed(asked, 'sign_in_refused', 'Signing in failed')
}
