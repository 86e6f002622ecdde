import { personRecords } from '../../contract/people.ts'
import { invitationDays } from '../access/invite.ts'
import { type Api, createApi } from '../app.ts'
import { note } from '../audit/acts.ts'
import type { Deps, Sessions } from '../context.ts'
import { localUser } from '../session/local-user.ts'
import { clientHeader, makeAuth, type Provider } from './auth.ts'
import { beginning } from './beginning.ts'
import type { Failed } from './library-log.ts'
import { letters, type Mailer } from './mail.ts'
import { signInRoutes } from './routes.ts'
import { askedToSignIn, signedIn } from './sessions.ts'

export interface HostSettings extends Omit<Deps, 'sessions' | 'invite'> {
  secret: string
  /** Where people reach the host, for links and cookies. */
  url: string
  mail: Mailer
  provider: Provider | null
  /** Everybody has to sign in even before there is an administrator: the host is open to other machines. */
  always: boolean
  /** What the link to set up the first administrator has; made up unless given. */
  firstToken?: string
  /** Where it is noted that signing in failed in a way that nobody foresaw; the console unless given. */
  failed?: Failed
  /** Who asks while nobody has to sign in. */
  otherwise?: Sessions
}

export interface AccountsHost {
  /** The whole API with accounts; `client` is where the request comes from. */
  fetch: (request: Request, client: string) => Promise<Response>
  /** The API as its own user, whoever signs in: for what the host does by itself. */
  itself: Api
  /** The link with which the first administrator is set up; null once there is one. */
  setUpLink: () => Promise<string | null>
}

/** The API of a host that keeps accounts. */
export function accountsHost(settings: HostSettings): AccountsHost {
  const { secret, url, mail, provider, always, firstToken, otherwise = localUser, ...rest } = settings
  const { failed = console.error, ...deps } = rest
  const { db, clock } = deps
  const send = (to: string, letter: ReturnType<typeof letters.reset>) => void mail({ to, ...letter })
  const auth = makeAuth({
    db,
    secret,
    url,
    provider,
    failed,
    sendReset: ({ email, name }, token) => send(email, letters.reset(name, `${url}/reset#${token}`)),
    resetDone: (userId) =>
      note(db, [
        { at: clock(), kind: 'access', verb: 'auth.reset', userId, noun: 'access', recordId: userId },
      ]),
  })
  const itself = createApi({ ...deps, sessions: localUser })
  const first = beginning({ db, clock, token: firstToken, enterPerson: (who) => enterPerson(itself, who) })
  const required = askedToSignIn(db, always)
  const api = createApi({
    ...deps,
    sessions: signedIn(auth, clock, required, otherwise),
    invite: ({ email, ...who }, token) =>
      send(email, letters.invitation(who, `${url}/invitation#${token}`, invitationDays)),
  })
  const providers = provider ? [{ id: provider.id, name: provider.name }] : []
  const entrance = signInRoutes({ db, auth, clock, beginning: first, required, providers, failed })
  return {
    fetch: async (request, client) => {
      request.headers.set(clientHeader, client)
      const isEntrance = new URL(request.url).pathname.startsWith('/api/auth/')
      return isEntrance ? entrance.fetch(request) : api.fetch(request)
    },
    itself,
    setUpLink: async () => ((await first.isOpen()) ? `${url}/set-up#${first.token}` : null),
  }
}

/** The first administrator, where the workspace does not have them yet. */
async function enterPerson(
  api: Api,
  { email, givenName, familyName }: { email: string; givenName: string | null; familyName: string },
): Promise<string> {
  const response = await api.fetch(
    new Request(`http://localhost/api${personRecords.create.path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, givenName, familyName }),
    }),
  )
  if (!response.ok) throw new Error(`The person could not be entered: ${await response.text()}`)
  return ((await response.json()) as { id: string }).id
}
