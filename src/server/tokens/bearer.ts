import type { Scope } from '../../domain/scopes.ts'
import type { Db } from '../db/database.ts'
import { Failure } from '../failure.ts'
import { tokenHash } from '../sign-in/token.ts'

/** What a program shows: "Authorization: Bearer …". Null where it shows nothing of the kind. */
export function bearerIn({ headers }: Pick<Request, 'headers'>): string | null {
  return /^bearer +(\S+)\s*$/i.exec(headers.get('authorization') ?? '')?.[1] ?? null
}

/** For how long a use is not noted anew, in milliseconds. */
const oneUse = 60_000

/** A token in force. */
export interface Held {
  id: string
  userId: string
  scopes: readonly Scope[]
}

/** The token of which this is the secret. Throws where it is none, or has ended. */
export async function tokenWith(db: Db, now: Date, secret: string): Promise<Held> {
  const found = await db
    .selectFrom('api_tokens')
    .select(['id', 'user_id', 'scopes', 'expires_at', 'last_used_at', 'revoked_at'])
    .where('token_sha256', '=', await tokenHash(secret))
    .executeTakeFirst()
  if (!found) throw notKnown()
  if (found.revoked_at !== null)
    throw new Failure('token_revoked', 'The token has been revoked', { params: { on: found.revoked_at } })
  if (Date.parse(found.expires_at) <= now.getTime())
    throw new Failure('token_expired', 'The token has expired', { params: { on: found.expires_at } })
  if (found.last_used_at === null || now.getTime() - Date.parse(found.last_used_at) >= oneUse)
    await db
      .updateTable('api_tokens')
      .set({ last_used_at: now.toISOString() })
      .where('id', '=', found.id)
      .execute()
  return { id: found.id, userId: found.user_id, scopes: found.scopes as Scope[] }
}

/** A token that never was, or whose owner no longer has access. */
export const notKnown = () => new Failure('token_refused', 'There is no such token')
