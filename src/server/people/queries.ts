import { sql } from 'kysely'
import type { Person } from '../../contract/people.ts'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'

/** One person with everything their page shows; 404 where there is none. One in the bin is given, marked. */
export async function readPerson(ctx: Context, id: string): Promise<Person> {
  const { rows } = await sql<Person>`
    select p.id, p.version, p.sample, p.deleted_at as "deletedAt", p.created_at as "createdAt", p.updated_at as "updatedAt",
      (select json_build_object('id', g.id, 'name', concat_ws(' ', g.given_name, g.family_name)) from merged_people m join people g on g.id = m.into_id where m.id = p.id) as "mergedInto",
      (select e.erased_on from erased_people e where e.id = p.id) as "erasedOn",
      concat_ws(' ', p.given_name, p.family_name) as name, p.given_name as "givenName", p.family_name as "familyName",
      p.native_name as "nativeName", p.email, p.phone, p.language,
      coalesce((select json_agg(json_build_object('id', t.id, 'organisationId', o.id, 'organisationName', o.name, 'title', t.title, 'from', t.from_date, 'to', t.to_date) order by t.position)
        from posts t join organisations o on o.id = t.organisation_id where t.person_id = p.id), '[]') as posts,
      coalesce((select json_agg(json_build_object('id', s.id, 'agreement', json_build_object('id', a.id, 'name', a.title),
          'party', json_build_object('id', o.id, 'name', o.name), 'decision', s.decision, 'capacity', s.capacity, 'signedOn', s.signed_on, 'place', s.place)
          order by s.signed_on desc, folded(a.title), r.position)
        from signatures s join agreements a on a.id = s.agreement_id and a.deleted_at is null
        join agreement_parties r on r.id = s.party_id join organisations o on o.id = r.organisation_id
        where s.person_id = p.id), '[]') as signatures,
      coalesce((select json_agg(json_build_object('id', t.id, 'agreement', json_build_object('id', a.id, 'name', a.title), 'role', t.role, 'capacity', t.capacity) order by folded(a.title), t.position)
        from agreement_attendees t join agreements a on a.id = t.agreement_id and a.deleted_at is null where t.person_id = p.id), '[]') as attended
    from people p where p.id = ${id}`.execute(ctx.db)
  const found = rows[0]
  if (!found) throw new Failure('not_found', 'There is no such person')
  return found
}
