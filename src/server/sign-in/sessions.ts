import { sql } from 'kysely'
import { type Appointment, rightsOf } from '../../domain/rights.ts'
import { hasAdministrator } from '../access/update.ts'
import type { Actor, Sessions } from '../context.ts'
import type { Db } from '../db/database.ts'
import { bearerIn, notKnown, tokenWith } from '../tokens/bearer.ts'
import type { Auth } from './auth.ts'

/** Whether everybody has to sign in: always where the host is open to other machines, else once somebody administers it. */
export function askedToSignIn(db: Db, always: boolean): () => Promise<boolean> {
  let begun = always
  return async () => {
    begun ||= await hasAdministrator({ db })
    return begun
  }
}

interface Held {
  personId: string | null
  name: string
  appointments: Appointment[]
}

/**
 * The one whose session the cookie is of; the host's own user while nobody has to sign in. Who shows a token is taken for its owner,
 * and for nobody else, whatever cookies come with it.
 */
export const signedIn =
  (auth: Auth, clock: () => Date, required: () => Promise<boolean>, otherwise: Sessions): Sessions =>
  async (request, db) => {
    const secret = bearerIn(request)
    if (secret !== null) return programWith(db, clock(), secret)
    if (!(await required())) return otherwise(request, db)
    const found = await auth.api.getSession({ headers: request.headers })
    return found && actorOf(db, found.user.id, found.session.id)
  }

async function programWith(db: Db, now: Date, secret: string): Promise<Actor> {
  const { id, userId, scopes } = await tokenWith(db, now, secret)
  const owner = await actorOf(db, userId)
  if (!owner) throw notKnown()
  return { ...owner, token: { id, scopes } }
}

async function actorOf(db: Db, userId: string, sessionId?: string): Promise<Actor | null> {
  const { rows } = await sql<Held>`
    select u.person_id as "personId", coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), u.name) as name,
      coalesce((select json_agg(json_build_object('role', r.role, 'organisationId', r.organisation_id, 'allianceId', r.alliance_id))
        from appointments r where r.user_id = u.id), '[]') as appointments
    from auth_users u left join people p on p.id = u.person_id
    where u.id = ${userId} and u.suspended_at is null`.execute(db)
  const [held] = rows
  if (!held) return null
  const { personId: id, name, appointments } = held
  const writes = rightsOf(appointments).some((right) => right.endsWith('.write'))
  return {
    id,
    name,
    role: writes ? 'manager' : 'viewer',
    userId,
    appointments,
    ...(sessionId ? { sessionId } : {}),
  }
}
