import { sql } from 'kysely'
import type { listMembers, Member } from '../../contract/access.ts'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import type { Verb } from '../route.ts'

/** Refuses where the host keeps no accounts, as in the browser. */
export function mustKeepAccounts(ctx: Context): void {
  if (!ctx.invite) throw new Failure('not_found', 'Nobody signs in here')
}

/** With these somebody is in. Sessions end, and a new password ends them all: the audit knows of them for as long as it is kept. */
const signingIn = ['auth.sign-in', 'auth.code', 'auth.callback', 'auth.set-up', 'auth.accept']

/** Accounts by name; of all, or of one. */
async function membersWhere(ctx: Context, id: string | null): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select u.id, u.email, u.suspended_at as "suspendedAt", u.two_factor_enabled as "secondFactor",
      case when p.id is not null then json_build_object('id', p.id, 'name', concat_ws(' ', p.given_name, p.family_name)) end as person,
      not exists (select from auth_accounts a where a.user_id = u.id) as invited,
      greatest(
        (select max(s.created_at) from auth_sessions s where s.user_id = u.id),
        (select max(e.at) from audit_entries e where e.record_id = u.id and e.user_id = u.id::text and e.verb = any (${signingIn}::text[])
          and (e.detail is null or e.detail not like '%"failed":%'))
      ) as "lastSignIn",
      coalesce((
        select json_agg(json_build_object('role', r.role,
          'organisation', case when r.organisation_id is not null then json_build_object('id', r.organisation_id, 'name', coalesce(o.name, '?')) end,
          'alliance', case when r.alliance_id is not null then json_build_object('id', r.alliance_id, 'name', coalesce(l.name, '?')) end)
          order by r.role, coalesce(l.name, o.name), r.id)
        from appointments r
        left join organisations o on o.id = r.organisation_id
        left join alliances l on l.id = r.alliance_id
        where r.user_id = u.id), '[]') as appointments
    from auth_users u
    left join people p on p.id = u.person_id
    where ${id ? sql`u.id = ${id}` : sql`true`}
    order by folded(coalesce(p.family_name, u.name)), u.email`.execute(ctx.db)
  return rows
}

export async function readMember(ctx: Context, id: string): Promise<Member> {
  const [found] = await membersWhere(ctx, id)
  if (!found) throw new Failure('not_found', 'There is no such account')
  return found
}

export const listAllMembers: Verb<typeof listMembers> = async (ctx) => {
  mustKeepAccounts(ctx)
  return { items: await membersWhere(ctx, null) }
}
