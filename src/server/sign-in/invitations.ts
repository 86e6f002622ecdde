import type { Db } from '../db/database.ts'
import { Failure } from '../failure.ts'
import { tokenHash } from './token.ts'

const refused = () => new Failure('link_refused', 'The link is not valid any more')

/** Whom a link invites; 410 where it was used, is too old, or never was. */
export async function invitedBy(
  db: Db,
  now: Date,
  token: string,
): Promise<{ userId: string; name: string; email: string }> {
  const found = await db
    .selectFrom('invitations as i')
    .innerJoin('auth_users as u', 'u.id', 'i.user_id')
    .select(['u.id as userId', 'u.name', 'u.email'])
    .where('i.token_sha256', '=', await tokenHash(token))
    .where('i.expires_at', '>', now.toISOString())
    .where('u.suspended_at', 'is', null)
    .executeTakeFirst()
  if (!found) throw refused()
  return found
}

/** Takes an invitation up, once: whoever has the link has the mailbox, so the address is theirs. */
export async function takeUp(
  db: Db,
  now: Date,
  token: string,
  passwordHash: string,
): Promise<{ email: string }> {
  const hash = await tokenHash(token)
  return db.transaction().execute(async (tx) => {
    const invited = await invitedBy(tx, now, token)
    const used = await tx.deleteFrom('invitations').where('token_sha256', '=', hash).executeTakeFirst()
    if (used.numDeletedRows !== 1n) throw refused()
    await tx.deleteFrom('invitations').where('user_id', '=', invited.userId).execute()
    await tx
      .updateTable('auth_users')
      .set({ email_verified: true })
      .where('id', '=', invited.userId)
      .execute()
    await keepPassword(tx, now, invited.userId, passwordHash)
    return invited
  })
}

export async function keepPassword(db: Db, now: Date, userId: string, hash: string): Promise<void> {
  const at = now.toISOString()
  await db
    .insertInto('auth_accounts')
    .values({
      id: crypto.randomUUID(),
      account_id: userId,
      provider_id: 'credential',
      user_id: userId,
      password: hash,
      created_at: at,
      updated_at: at,
    })
    .execute()
}
