import type { revokeToken } from '../../contract/tokens.ts'
import { userOf } from '../access/account.ts'
import type { Verb } from '../route.ts'
import { readOwnToken } from './list.ts'

/** For good. One that is revoked stays so, as it was. */
export const revokeOwnToken: Verb<typeof revokeToken> = async (ctx, { params: { id } }) => {
  await ctx.db
    .updateTable('api_tokens')
    .set({ revoked_at: ctx.now.toISOString() })
    .where('id', '=', id)
    .where('user_id', '=', userOf(ctx))
    .where('revoked_at', 'is', null)
    .execute()
  return readOwnToken(ctx, id)
}
