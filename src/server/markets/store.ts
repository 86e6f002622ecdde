import { sql } from 'kysely'
import type * as z from 'zod'
import type { marketInput } from '../../contract/markets.ts'
import { refuseWhileUsedBy } from '../blockers.ts'
import type { Context } from '../context.ts'
import { replaceChildren } from '../record.ts'

type Fields = Partial<z.output<typeof marketInput>>

/** The row's own columns, of those that were given. */
export function rowOf({ name, country, timeZone, practice }: Fields) {
  const row = { name, country, time_zone: timeZone, practice }
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as Partial<
    typeof row
  >
}

/** Writes the lists that were given: regions, and who leads for which alliance. */
export async function storeLists(ctx: Context, id: string, { regions, leads }: Fields): Promise<void> {
  const owner = ['market_id', id] as const
  if (regions) {
    await refuseToLoseUsedRegions(
      ctx,
      id,
      regions.flatMap((region) => region.id ?? []),
    )
    await replaceChildren(ctx, {
      table: 'market_regions',
      path: 'regions',
      owner,
      items: regions,
      columns: ({ name, detail, timeZone, latitude, longitude }) => ({
        name,
        detail,
        time_zone: timeZone,
        latitude,
        longitude,
      }),
    })
  }
  if (leads) {
    await replaceChildren(ctx, {
      table: 'market_leads',
      path: 'leads',
      owner,
      items: leads,
      columns: ({ allianceId, organisationId, from, to }) => ({
        alliance_id: allianceId,
        organisation_id: organisationId,
        from_date: from,
        to_date: to,
      }),
      refersTo: [
        { column: 'alliance_id', noun: 'alliances', field: 'allianceId' },
        { column: 'organisation_id', noun: 'organisations', field: 'organisationId' },
      ],
    })
  }
}

/** A region that an agreement or mission names stays, even where that is in the bin: it may be taken out again. */
const refuseToLoseUsedRegions = (ctx: Context, marketId: string, kept: readonly string[]) =>
  refuseWhileUsedBy(
    ctx,
    sql`select 'agreements' as noun, a.id, a.title from agreements a join market_regions r on r.id = a.region_id
      where r.market_id = ${marketId} and not r.id = any (${sql.val(kept)}::uuid[])
      union select 'missions', m.id, m.title from missions m join market_regions r on r.id = m.region_id
      where r.market_id = ${marketId} and not r.id = any (${sql.val(kept)}::uuid[])`,
  )
