import { type Noted, note } from '../audit/acts.ts'
import type { Failure } from '../failure.ts'
import { clientHeader } from './auth.ts'
import type { SignInDeps } from './verbs.ts'

/** Steps of which the audit tells; the others change nothing and let nobody in. */
const told: Record<string, Noted['kind']> = {
  'auth.sign-in': 'sign-in',
  'auth.code': 'sign-in',
  'auth.callback': 'sign-in',
  'auth.sign-out': 'sign-in',
  'auth.set-up': 'access',
  'auth.accept': 'access',
  'auth.forgot': 'access',
  'auth.reset': 'access',
  'auth.password': 'access',
  'auth.second-factor': 'access',
  'auth.no-second-factor': 'access',
}

/** Whether the audit tells of a step. */
export const isTold = (verb: string): boolean => verb in told

export interface Account {
  id: string
  personId: string | null
}

/** Who is signed in with these cookies. */
export async function accountOf({ auth, db }: SignInDeps, headers: Headers): Promise<Account | null> {
  if (!headers.has('cookie')) return null
  const found = await auth.api.getSession({ headers }).catch(() => null)
  return found && accountWhere(db, 'id', found.user.id)
}

async function accountWhere(
  db: SignInDeps['db'],
  column: 'id' | 'email',
  value: string,
): Promise<Account | null> {
  const found = await db
    .selectFrom('auth_users')
    .select(['id', 'person_id'])
    .where(column, '=', value)
    .executeTakeFirst()
  return found ? { id: found.id, personId: found.person_id } : null
}

/** The cookies that an answer sets, as the next request would bring them. */
function cookiesOf(answer: Response | undefined): Headers {
  const pairs = (answer?.headers.getSetCookie() ?? []).map((cookie) => cookie.split(';')[0])
  return new Headers(pairs.length > 0 ? { cookie: pairs.join('; ') } : {})
}

interface Step {
  verb: string
  headers: Headers
  /** Who was signed in before the step. */
  before: Account | null
  body?: unknown
  reply?: unknown
  answer?: Response | undefined
  failure?: Failure
}

/**
 * Tells the audit of a step that was taken or refused: whose account it was about, if it is one, and from where. An address that has
 * no account is not kept.
 */
export async function tellStep(deps: SignInDeps, step: Step): Promise<void> {
  const { verb, headers, before, body, reply, answer, failure } = step
  const kind = told[verb]
  // With the password alone nobody is in yet where a second factor is asked for.
  if (!kind || (reply as { secondFactor?: boolean } | undefined)?.secondFactor === true) return
  // Whose password was chosen anew, the library alone knows: it says so itself (host.ts).
  if (verb === 'auth.reset' && !failure) return
  const email = (body as { email?: string } | undefined)?.email
  const who =
    (await accountOf(deps, cookiesOf(answer))) ??
    before ??
    (email === undefined ? null : await accountWhere(deps.db, 'email', email.toLowerCase()))
  if (verb === 'auth.callback' && !who) return
  const from = headers.get(clientHeader) ?? ''
  const detail = { from, ...(failure ? { failed: failure.code } : {}) }
  await note(deps.db, [
    {
      at: deps.clock(),
      kind,
      verb,
      userId: who?.id,
      personId: who?.personId,
      noun: 'access',
      recordId: who?.id,
      detail,
    },
  ])
}
