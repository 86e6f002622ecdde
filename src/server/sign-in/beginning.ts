import { sql } from 'kysely'
import { appoint } from '../access/invite.ts'
import { hasAdministrator } from '../access/update.ts'
import type { Db } from '../db/database.ts'
import { Failure } from '../failure.ts'
import { keepPassword } from './invitations.ts'
import { newToken, tokenHash } from './token.ts'

interface First {
  email: string
  givenName: string | null
  familyName: string
}

/** How the first administrator comes to be. */
export interface Beginning {
  /** What the link has that the server prints: whoever can read its log may be first, and no stranger. */
  token: string
  isOpen: () => Promise<boolean>
  begin: (token: string, who: First, passwordHash: string) => Promise<void>
}

interface Deps {
  db: Db
  clock: () => Date
  /** What the link has; made up unless given. */
  token?: string | undefined
  /** Enters a person into the workspace, and gives their id. */
  enterPerson: (who: First) => Promise<string>
}

export function beginning({ db, clock, token = newToken(), enterPerson }: Deps): Beginning {
  const expected = tokenHash(token)
  const isOpen = async () => !(await hasAdministrator({ db }))
  return {
    token,
    isOpen,
    begin: async (given, who, passwordHash) => {
      // Hashes are compared, so that how long it takes tells nothing of the token.
      if ((await tokenHash(given)) !== (await expected))
        throw new Failure('link_refused', 'Not the link that was printed')
      if (!(await isOpen())) throw taken()
      const personId = (await personAt(db, who.email)) ?? (await enterPerson(who))
      const now = clock()
      await db.transaction().execute(async (tx) => {
        await sql`lock table appointments in share row exclusive mode`.execute(tx)
        if (await hasAdministrator({ db: tx })) throw taken()
        const id = crypto.randomUUID()
        const at = now.toISOString()
        const name = [who.givenName, who.familyName].filter(Boolean).join(' ')
        // Somebody invited before there was an administrator makes room.
        await tx.deleteFrom('auth_users').where('email', '=', who.email).execute()
        await tx
          .insertInto('auth_users')
          .values({
            id,
            name,
            email: who.email,
            email_verified: true,
            person_id: personId,
            created_at: at,
            updated_at: at,
          })
          .execute()
        await keepPassword(tx, now, id, passwordHash)
        const whole = { role: 'administrator' as const, organisationId: null, allianceId: null }
        await appoint({ db: tx, now, newId: () => crypto.randomUUID() }, id, [whole])
      })
    },
  }
}

const taken = () => new Failure('already_set_up', 'Somebody administers it already')

async function personAt(db: Db, email: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from people where lower(email) = ${email} and deleted_at is null order by id limit 1`.execute(
    db,
  )
  return rows[0]?.id ?? null
}
