import { sql } from 'kysely'
import type { PersonPrivacy } from '../../contract/privacy.ts'
import { retention, withdrawnOn } from '../../domain/privacy.ts'
import { asOfDay, type Context } from '../context.ts'
import { Failure } from '../failure.ts'

/** What is known of why and how long a person's data is kept, as of a day; 404 where there is no such person. */
export async function readPersonPrivacy(ctx: Context, id: string, asOf?: string): Promise<PersonPrivacy> {
  const day = await asOfDay(ctx, asOf)
  const { rows } = await sql<Omit<PersonPrivacy, 'until' | 'due' | 'withdrawnOn'>>`
    select json_build_object('id', p.id, 'name', record_title('people', p.id)) as person, p.version, v.legal_basis as "legalBasis", v.source,
      v.collected_on as "collectedOn", v.keep_months as "keepMonths", k.last_action as "lastAction", e.erased_on as "erasedOn",
      coalesce((select json_agg(json_build_object('id', c.id, 'purpose', c.purpose, 'decision', c.decision, 'on', c.on_date, 'how', c.how) order by c.position)
        from person_consents c where c.person_id = p.id), '[]') as consents
    from people p join kept_until(array[${id}]::uuid[]) k on k.person_id = p.id
    left join person_privacy v on v.id = p.id left join erased_people e on e.id = p.id
    where p.id = ${id}`.execute(ctx.db)
  const [found] = rows
  if (!found) throw new Failure('not_found', 'There is no such person')
  const withdrawn = withdrawnOn(found.legalBasis, found.consents)
  return {
    ...found,
    withdrawnOn: withdrawn,
    ...retention(found.lastAction, found.keepMonths, day, withdrawn),
  }
}

/** Who has been erased is nobody any more: nothing is noted about them. */
export async function mustNotBeErased(ctx: Context, id: string): Promise<void> {
  const found = await ctx.db.selectFrom('erased_people').select('id').where('id', '=', id).executeTakeFirst()
  if (found) throw new Failure('person_erased', 'This person has been erased')
}

/** Of noted changes `c`, those of people who have been erased since: nothing is left of them to be put back. */
export const ofErased = sql<boolean>`(c.noun = 'people' and exists (select from erased_people e where e.id = c.record_id))`
