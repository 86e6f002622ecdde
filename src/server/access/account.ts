import { sql } from 'kysely'
import type { endSession, OwnAccount, readAccount } from '../../contract/access.ts'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import type { Verb } from '../route.ts'

export const readOwnAccount: Verb<typeof readAccount> = (ctx) => accountOf(ctx)

/** Ends a session of one's own; of somebody else's it is not told that there is one. */
export const endOwnSession: Verb<typeof endSession> = async (ctx, { params: { id } }) => {
  const userId = userOf(ctx)
  const ended = await ctx.db
    .deleteFrom('auth_sessions')
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  if (ended.numDeletedRows === 0n) throw new Failure('not_found', 'There is no such session')
  return accountOf(ctx)
}

/** The account of who asks. Refuses where the host keeps none. */
export function userOf({ actor }: Context): string {
  if (!actor.userId) throw new Failure('not_found', 'Nobody signs in here')
  return actor.userId
}

async function accountOf(ctx: Context): Promise<OwnAccount> {
  const { rows } = await sql<OwnAccount>`
    select u.email, u.two_factor_enabled as "secondFactor",
      exists (select from auth_accounts a where a.user_id = u.id and a.password is not null) as password,
      coalesce((
        select json_agg(json_build_object('id', s.id, 'current', s.id = ${ctx.actor.sessionId ?? null}::uuid, 'since', to_json(s.created_at),
          'until', to_json(s.expires_at), 'from', s.ip_address, 'browser', s.user_agent) order by s.created_at desc)
        from auth_sessions s where s.user_id = u.id and s.expires_at > ${ctx.now.toISOString()}), '[]') as sessions
    from auth_users u where u.id = ${userOf(ctx)}`.execute(ctx.db)
  const [found] = rows
  if (!found) throw new Failure('not_found', 'There is no such account')
  return found
}
