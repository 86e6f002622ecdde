import { sql } from 'kysely'
import type { Context } from '../context.ts'

/**
 * After another workspace has taken the place of the one before: joins each account to the person there who has its address, and
 * enters those whom the workspace does not have. Roles stay as they were given; one for a cluster that is not there reaches nothing.
 */
export async function relinkAccounts(ctx: Pick<Context, 'db' | 'now' | 'newId'>): Promise<void> {
  await sql`select set_config('corridor.bulk', '', true)`.execute(ctx.db)
  await sql`
    update auth_users u set person_id = (
      select p.id from people p where lower(p.email) = u.email and p.deleted_at is null order by p.created_at, p.id limit 1)
    where not exists (select from people p where p.id = u.person_id)`.execute(ctx.db)
  const { rows } = await sql<{ id: string; name: string; email: string }>`
    select id, name, email from auth_users where person_id is null`.execute(ctx.db)
  const at = ctx.now.toISOString()
  for (const { id: userId, name, email } of rows) {
    const id = ctx.newId()
    const person = { id, family_name: name || email, email, created_at: at, updated_at: at }
    await ctx.db.insertInto('people').values(person).execute()
    await ctx.db.updateTable('auth_users').set({ person_id: id }).where('id', '=', userId).execute()
  }
}
