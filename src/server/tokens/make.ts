import { type makeToken, mostTokens, tokenPrefix } from '../../contract/tokens.ts'
import { scopes } from '../../domain/scopes.ts'
import { userOf } from '../access/account.ts'
import { Failure } from '../failure.ts'
import type { Verb } from '../route.ts'
import { newToken, tokenHash } from '../sign-in/token.ts'
import { readOwnToken } from './list.ts'

/** So much of the secret is shown later: enough to know it again, not to guess the rest. */
const shown = tokenPrefix.length + 4

/** Its secret is told in the answer and kept nowhere. */
export const makeOwnToken: Verb<typeof makeToken> = async (ctx, { body: { name, days, scopes: asked } }) => {
  const userId = userOf(ctx)
  // Held, so that two made at once are counted one after the other.
  await ctx.db.selectFrom('auth_users').select('id').where('id', '=', userId).forUpdate().execute()
  const { count } = await ctx.db
    .selectFrom('api_tokens')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', ctx.now.toISOString())
    .executeTakeFirstOrThrow()
  if (Number(count) >= mostTokens)
    throw new Failure('too_many_tokens', `You have ${mostTokens} tokens already`, {
      params: { most: mostTokens },
    })
  const [id, token] = [ctx.newId(), `${tokenPrefix}${newToken()}`]
  const given = scopes.filter((scope) => asked.includes(scope))
  await ctx.db
    .insertInto('api_tokens')
    .values({
      id,
      user_id: userId,
      name,
      token_sha256: await tokenHash(token),
      hint: token.slice(0, shown),
      scopes: given,
      created_at: ctx.now.toISOString(),
      expires_at: new Date(ctx.now.getTime() + days * 86_400_000).toISOString(),
    })
    .execute()
  ctx.tell?.({ scopes: given, days })
  return { ...(await readOwnToken(ctx, id)), token }
}
