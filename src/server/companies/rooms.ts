import { sql } from 'kysely'
import type * as z from 'zod'
import type { aidRoom } from '../../contract/companies.ts'
import { type AidEntry, aidPosition } from '../../domain/de-minimis.ts'
import { type AidSector, isMemberState } from '../../domain/de-minimis-regimes.ts'
import type { CivilDate } from '../../domain/partial-date.ts'
import type { Context } from '../context.ts'

export type AidRoom = z.infer<typeof aidRoom>

interface Asked {
  id: string
  memberState: string | null
  sector: AidSector
  fiscalYearEnd: string
  undertakingId: string
}

/**
 * What organisations have had as of a day, and may still get, by their ids: as their page shows it, but for many at once and by
 * the undertakings that are kept.
 */
export async function roomsOf(
  ctx: Context,
  ids: readonly string[],
  day: CivilDate,
): Promise<Map<string, AidRoom>> {
  if (ids.length === 0) return new Map()
  const { rows: asked } = await sql<Asked>`
    select o.id, coalesce(p.member_state, o.country) as "memberState", coalesce(p.aid_sector, 'general') as sector,
      coalesce(p.fiscal_year_end, '12-31') as "fiscalYearEnd", coalesce(s.undertaking_id, o.id) as "undertakingId"
    from organisations o left join company_profiles p on p.id = o.id
    left join sme_periods s on s.organisation_id = o.id and ${day} between s.from_date and s.to_date
    where o.id = any (${sql.val([...ids])}::uuid[])`.execute(ctx.db)
  const entries = await entriesOf(ctx, [...new Set(asked.map(({ undertakingId }) => undertakingId))], day)
  return new Map(asked.map((one) => [one.id, roomOf(one, entries.get(one.undertakingId) ?? [], day)]))
}

function roomOf(
  { memberState, sector, fiscalYearEnd }: Asked,
  entries: readonly AidEntry[],
  day: CivilDate,
): AidRoom {
  if (!isMemberState(memberState, day))
    return { memberState: null, regulation: null, ceiling: null, sum: 0, room: null }
  const members = entries.map(({ organisationId }) => organisationId)
  const { regulation, ceiling, sum, room } = aidPosition({ members, sector, fiscalYearEnd }, entries, {
    day,
    memberState,
  })
  return { memberState, regulation, ceiling, sum, room: ceiling === null ? null : room }
}

/** The entries that may count on a day, by undertaking: no window reaches back further than four years. */
async function entriesOf(
  ctx: Context,
  undertakings: readonly string[],
  day: CivilDate,
): Promise<Map<string, AidEntry[]>> {
  const { rows } = await sql<AidEntry & { undertakingId: string }>`
    with members as (
      select u as undertaking, u as id from unnest(${sql.val([...undertakings])}::uuid[]) u
      union
      select s.undertaking_id, s.organisation_id from sme_periods s
      where s.undertaking_id = any (${sql.val([...undertakings])}::uuid[]) and s.undertaking_id <> s.organisation_id and ${day} between s.from_date and s.to_date
    )
    select m.undertaking as "undertakingId", a.id, a.organisation_id as "organisationId", a.granted_on as "grantedOn",
      a.member_state as "memberState", a.basis, a.euros as amount
    from members m join aid a on a.organisation_id = m.id
    where a.basis = 'de_minimis' and a.granted_on between (${day}::date - interval '4 years')::date and ${day}`.execute(
    ctx.db,
  )
  const found = new Map<string, AidEntry[]>()
  for (const { undertakingId, ...entry } of rows)
    found.set(undertakingId, [...(found.get(undertakingId) ?? []), entry])
  return found
}
