import { sql } from 'kysely'
import type { inviteAgain, inviteMember } from '../../contract/access.ts'
import type { Appointment } from '../../domain/rights.ts'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { mustExist } from '../record.ts'
import type { Verb } from '../route.ts'
import { newToken, tokenHash } from '../sign-in/token.ts'
import { mustKeepAccounts, readMember } from './members.ts'

/** How long a link in an invitation works, in days. */
export const invitationDays = 14

/** Invites a person of the workspace. An address has one account; whoever has one already is given roles there. */
export const invite: Verb<typeof inviteMember> = async (ctx, { body: { email, personId, appointments } }) => {
  mustKeepAccounts(ctx)
  await mustExist(ctx, 'people', personId, 'personId')
  const person = await ctx.db
    .selectFrom('people')
    .select(sql<string>`concat_ws(' ', given_name, family_name)`.as('name'))
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  const now = ctx.now.toISOString()
  const id = ctx.newId()
  const added = await ctx.db
    .insertInto('auth_users')
    .values({ id, email, name: person.name, person_id: personId, created_at: now, updated_at: now })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows === 0n) throw new Failure('duplicate', 'The address has an account')
  await appoint(ctx, id, appointments)
  ctx.tell?.({ personId, now: appointments })
  await sendLink(ctx, { id, email, name: person.name })
  return readMember(ctx, id)
}

export const repeat: Verb<typeof inviteAgain> = async (ctx, { params: { id } }) => {
  mustKeepAccounts(ctx)
  const found = await readMember(ctx, id)
  if (!found.invited) throw new Failure('conflict', 'The invitation has been accepted')
  await sendLink(ctx, { id, email: found.email, name: found.person?.name ?? found.email })
  return found
}

async function sendLink(ctx: Context, { id, email, name }: { id: string; email: string; name: string }) {
  const token = newToken()
  await ctx.db.deleteFrom('invitations').where('user_id', '=', id).execute()
  await ctx.db
    .insertInto('invitations')
    .values({
      token_sha256: await tokenHash(token),
      user_id: id,
      created_at: ctx.now.toISOString(),
      expires_at: new Date(ctx.now.getTime() + invitationDays * 86_400_000).toISOString(),
    })
    .execute()
  ctx.invite?.({ email, name, by: ctx.actor.name }, token)
}

/** Somebody's roles as they are given. */
export async function rolesOf({ db }: Pick<Context, 'db'>, userId: string): Promise<Appointment[]> {
  const rows = await db
    .selectFrom('appointments')
    .select(['role', 'organisation_id as organisationId', 'alliance_id as allianceId'])
    .where('user_id', '=', userId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows as Appointment[]
}

/** Makes somebody's roles these. */
export async function appoint(
  ctx: Pick<Context, 'db' | 'now' | 'newId'>,
  userId: string,
  appointments: readonly Appointment[],
): Promise<void> {
  await ctx.db.deleteFrom('appointments').where('user_id', '=', userId).execute()
  for (const { role, organisationId, allianceId } of appointments)
    await ctx.db
      .insertInto('appointments')
      .values({
        id: ctx.newId(),
        user_id: userId,
        role,
        organisation_id: organisationId,
        alliance_id: allianceId,
        created_at: ctx.now.toISOString(),
      })
      .execute()
}
