import { sql } from 'kysely'
import type * as z from 'zod'
import type { PersonRow, personList } from '../../contract/people.ts'
import { asOfDay, type Context } from '../context.ts'
import { type DirectoryKey, pageOfIds } from '../directory.ts'
import { inScope } from '../scope.ts'

type Asked = z.output<typeof personList>

/** Signatures given by a day, of living agreements. */
const signaturesBy = (day: string) => sql`
  select s.id, s.person_id from signatures s join agreements a on a.id = s.agreement_id and a.deleted_at is null
  where s.decision = 'signed' and s.signed_on <= ${day}::date and s.person_id is not null`

const keys = (day: string): Record<string, DirectoryKey> => ({
  familyName: {
    by: sql`sorted_as(people.family_name || ' ' || coalesce(people.given_name, ''))`,
    type: 'text',
    titled: true,
  },
  updatedAt: { by: sql`people.updated_at`, type: 'timestamptz' },
  signatureCount: {
    counted: sql`select g.person_id as id, count(*)::int as n from (${signaturesBy(day)}) g group by g.person_id`,
  },
})

/** One page of people, in the scope and by the filters asked for, with their posts and signatures as of the day. */
export async function listPeople(
  ctx: Context,
  asked: Asked,
): Promise<{ items: PersonRow[]; next: string | null; total: number }> {
  const day = await asOfDay(ctx, asked.asOf)
  const conditions = [sql<boolean>`not exists (select from erased_people e where e.id = people.id)`]
  if (asked.organisation)
    conditions.push(
      sql<boolean>`people.id in (select t.person_id from posts t where t.organisation_id = ${asked.organisation})`,
    )
  if (asked.alliance || asked.cluster || asked.market) conditions.push(inScope('people', 'people.id', asked))
  const { ids, next, total } = await pageOfIds(ctx, asked, {
    noun: 'people',
    keys: keys(day),
    first: 'familyName',
    conditions,
  })
  return { items: await rowsOf(ctx, ids, day), next, total }
}

/** The rows of these people, in this order. */
async function rowsOf(ctx: Context, ids: string[], day: string): Promise<PersonRow[]> {
  if (ids.length === 0) return []
  const wanted = sql`${sql.val(ids)}::uuid[]`
  const { rows } = await sql<PersonRow>`
    select p.id, p.version, concat_ws(' ', p.given_name, p.family_name) as name, p.family_name as "familyName",
      p.native_name as "nativeName", p.email, p.sample, p.updated_at as "updatedAt",
      coalesce((select json_agg(json_build_object('title', t.title, 'organisation', json_build_object('id', o.id, 'name', o.name)) order by t.position)
        from posts t join organisations o on o.id = t.organisation_id
        where t.person_id = p.id and period_holds(t.from_date, t.to_date, ${day})), '[]') as posts,
      (select count(*)::int from (${signaturesBy(day)}) g where g.person_id = p.id) as "signatureCount"
    from people p where p.id = any (${wanted})
    order by array_position(${wanted}, p.id)`.execute(ctx.db)
  return rows
}
