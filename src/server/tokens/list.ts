import { sql } from 'kysely'
import type { ApiToken, listTokens } from '../../contract/tokens.ts'
import { userOf } from '../access/account.ts'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import type { Verb } from '../route.ts'

/** The caller's own tokens, the newest first; all, or one. Of others' it is not told that there are any. */
async function tokensOf(ctx: Context, id: string | null): Promise<ApiToken[]> {
  const { rows } = await sql<ApiToken>`
    select t.id, t.name, t.hint, t.scopes, t.created_at as "createdAt", t.expires_at as "expiresAt",
      t.last_used_at as "lastUsedAt", t.revoked_at as "revokedAt"
    from api_tokens t where t.user_id = ${userOf(ctx)} and ${id ? sql`t.id = ${id}` : sql`true`}
    order by t.created_at desc, t.id limit 200`.execute(ctx.db)
  return rows
}

export async function readOwnToken(ctx: Context, id: string): Promise<ApiToken> {
  const [found] = await tokensOf(ctx, id)
  if (!found) throw new Failure('not_found', 'There is no such token')
  return found
}

export const listOwnTokens: Verb<typeof listTokens> = async (ctx) => ({ items: await tokensOf(ctx, null) })
