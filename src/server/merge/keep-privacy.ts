import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Pair } from './plan.ts'

/** What is known of where a person's data comes from: the kept record's word, filled from the other; the earlier collection counts. */
export async function keepPrivacy(ctx: Context, { kept, other }: Pair): Promise<void> {
  await sql`
    insert into person_privacy as k (id, legal_basis, source, collected_on, keep_months)
    select ${kept}, o.legal_basis, o.source, o.collected_on, o.keep_months from person_privacy o where o.id = ${other}
    on conflict (id) do update set
      legal_basis = coalesce(k.legal_basis, excluded.legal_basis), source = coalesce(k.source, excluded.source),
      collected_on = least(k.collected_on, excluded.collected_on), keep_months = coalesce(k.keep_months, excluded.keep_months)`.execute(
    ctx.db,
  )
  await sql`insert into merged_people (id, into_id) values (${other}, ${kept})`.execute(ctx.db)
}
