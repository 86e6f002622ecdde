import { sql } from 'kysely'
import type { updateMember } from '../../contract/access.ts'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { mustAllExist } from '../record.ts'
import type { Verb } from '../route.ts'
import { appoint, rolesOf } from './invite.ts'
import { mustKeepAccounts, readMember } from './members.ts'

/** Somebody always administers the workspace: held for all who change roles at once. */
export const changeMember: Verb<typeof updateMember> = async (ctx, { params: { id }, body }) => {
  mustKeepAccounts(ctx)
  await sql`select id from auth_users order by id for update`.execute(ctx.db)
  await readMember(ctx, id)
  const { appointments, suspended } = body
  if (appointments) {
    for (const noun of ['organisations', 'alliances'] as const)
      await mustAllExist(
        ctx,
        noun,
        appointments.flatMap((one, index) => {
          const place = noun === 'organisations' ? one.organisationId : one.allianceId
          const path = `appointments.${index}.${noun === 'organisations' ? 'organisationId' : 'allianceId'}`
          return place ? [{ id: place, path }] : []
        }),
      )
    ctx.tell?.({ before: await rolesOf(ctx, id), now: appointments })
    await appoint(ctx, id, appointments)
  }
  if (suspended !== undefined) {
    ctx.tell?.({ suspended })
    await ctx.db
      .updateTable('auth_users')
      .set({ suspended_at: suspended ? ctx.now.toISOString() : null })
      .where('id', '=', id)
      .execute()
    if (suspended) await ctx.db.deleteFrom('auth_sessions').where('user_id', '=', id).execute()
  }
  if (!(await hasAdministrator(ctx))) throw new Failure('last_administrator', 'Nobody would be left')
  return readMember(ctx, id)
}

/** Whether somebody who can sign in administers the whole workspace. */
export async function hasAdministrator({ db }: Pick<Context, 'db'>): Promise<boolean> {
  const { rows } = await sql`
    select from appointments r join auth_users u on u.id = r.user_id and u.suspended_at is null
    where r.role = 'administrator' and r.organisation_id is null and r.alliance_id is null
      and exists (select from auth_accounts a where a.user_id = u.id)
    limit 1`.execute(db)
  return rows.length > 0
}
