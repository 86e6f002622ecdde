import { daysOverCeiling } from '../../domain/de-minimis.ts'
import type { Context } from '../context.ts'
import { beneficiaryOn } from './undertaking.ts'

interface Changed {
  table: string
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

/**
 * By how much the undertakings of changed aid have had more than their ceilings allow, day by day, in euro cents: what an undo must
 * not make worse, as it writes rows without asking for an award's legality.
 */
export async function overCeilings(ctx: Context, changes: readonly Changed[]): Promise<Map<string, number>> {
  const touched = new Map<string, { id: string; day: string }>()
  for (const { table, before, after } of changes)
    for (const row of table === 'aid' ? [before, after] : [])
      if (typeof row?.organisation_id === 'string' && typeof row.granted_on === 'string')
        touched.set(`${row.organisation_id} ${row.granted_on}`, {
          id: row.organisation_id,
          day: row.granted_on,
        })
  const over = new Map<string, number>()
  for (const { id, day } of touched.values()) {
    const { undertaking, entries } = await beneficiaryOn(ctx, id, day)
    for (const position of daysOverCeiling(undertaking, entries))
      over.set(`${undertaking.members.join()} ${position.day} ${position.memberState}`, position.over)
  }
  return over
}
