import { sql } from 'kysely'
import { missingPapers, type SignedPaper } from '../../domain/papers.ts'
import type { EnrolledCompany } from '../../domain/participation.ts'
import type { SmeStatus } from '../../domain/sme/ceilings.ts'
import { type AidRoom, roomsOf } from '../companies/rooms.ts'
import type { Context } from '../context.ts'

/** What the gate looks at of a company, and the room that it is about. */
export interface CompanyAtGate extends EnrolledCompany {
  aid: AidRoom
}

/** What the gate should know of companies as of a day: status, room for aid, missing papers; by their ids. */
export async function enrolledCompanies(
  ctx: Context,
  ids: readonly string[],
  day: string,
): Promise<Map<string, CompanyAtGate>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{
    id: string
    status: SmeStatus
    statusConfirmed: boolean
    papers: SignedPaper[]
  }>`
    select o.id, coalesce(s.status, 'unknown') as status, coalesce(s.confirmed, false) as "statusConfirmed",
      coalesce((select json_agg(json_build_object('kind', d.kind, 'signedOn', d.signed_on)) from company_declarations d where d.organisation_id = o.id), '[]') as papers
    from organisations o left join sme_periods s on s.organisation_id = o.id and ${day}::date between s.from_date and s.to_date
    where o.id = any (${sql.val([...ids])}::uuid[]) and 'company' = any (o.kinds)`.execute(ctx.db)
  const rooms = await roomsOf(
    ctx,
    rows.map(({ id }) => id),
    day,
  )
  return new Map(
    rows.flatMap(({ id, papers, ...row }) => {
      const aid = rooms.get(id)
      return aid ? [[id, { ...row, aid, room: aid.room, missingPapers: missingPapers(papers, day) }]] : []
    }),
  )
}
