import { sql } from 'kysely'
import { asOfDay, type Context } from '../context.ts'

/**
 * Which of these agreements, or of those they renew, are as no sequence of decisions could have left them: terminated or
 * renewed without being signed, or signed and abandoned. The verbs see to that by `agreementCan`; an undo has to look.
 */
export async function contradictoryAgreements(ctx: Context, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const day = await asOfDay(ctx, undefined)
  const { rows } = await sql<{ id: string }>`
    with touched as (
      select id from agreements where id = any (${ids}::uuid[])
      union select renews_id from agreements where id = any (${ids}::uuid[]) and renews_id is not null)
    select a.id
    from agreements a join agreements_on(${day}, array(select id from touched)) s on s.agreement_id = a.id
    where case when s.signed_on is null
      then a.terminated_on is not null
        or exists (select from agreements n where n.renews_id = a.id and n.deleted_at is null)
      else a.abandoned_on is not null end`.execute(ctx.db)
  return new Set(rows.map(({ id }) => id))
}
