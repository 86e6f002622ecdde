import { sql } from 'kysely'
import { daysOverCeiling } from '../../domain/de-minimis.ts'
import type { Context } from '../context.ts'
import { beneficiaryOn } from './undertaking.ts'

interface Changed {
  table: string
  rowId: string
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

/**
 * By how much the undertakings of changed awards have had more than their ceilings allow, day by day, in euro cents: what an undo
 * must not make worse, as it writes rows without asking for an award's legality. What others gave is a fact whatever it sums up
 * to; and what comes back stood beside all that was there before the change (`seq`): only what was written since can make it
 * too much.
 */
export async function overCeilings(
  ctx: Context,
  seq: number,
  changes: readonly Changed[],
): Promise<Map<string, number>> {
  const aid = changes.filter(({ table }) => table === 'aid')
  const own = new Set(aid.map(({ rowId }) => rowId))
  const later = await writtenAfter(ctx, seq)
  const touched = new Map<string, { id: string; day: string }>()
  for (const { before, after } of aid)
    for (const row of [before, after])
      if (
        row?.origin === 'awarded' &&
        typeof row.organisation_id === 'string' &&
        typeof row.granted_on === 'string'
      )
        touched.set(`${row.organisation_id} ${row.granted_on}`, {
          id: row.organisation_id,
          day: row.granted_on,
        })
  const there = await thatExist(ctx, [...new Set([...touched.values()].map(({ id }) => id))])
  const over = new Map<string, number>()
  for (const { id, day } of touched.values()) {
    if (!there.has(id)) continue
    const { undertaking, entries } = await beneficiaryOn(ctx, id, day)
    const keyOf = (position: { day: string; memberState: string }) =>
      `${undertaking.members.join()} ${position.day} ${position.memberState}`
    const together = new Map(
      daysOverCeiling(
        undertaking,
        entries.filter(({ id: entry }) => own.has(entry) || !later.has(entry)),
      ).map((position) => [keyOf(position), position.over]),
    )
    for (const position of daysOverCeiling(undertaking, entries))
      if (position.over > (together.get(keyOf(position)) ?? 0)) over.set(keyOf(position), position.over)
  }
  return over
}

/** The entries that were made or changed after a change. */
async function writtenAfter(ctx: Context, seq: number): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select distinct c.row_id as id from changes c join change_sets s on s.id = c.change_set_id
    where c.table_name = 'aid' and s.seq > ${seq} and c.change_set_id is distinct from ${ctx.changeSetId}`.execute(
    ctx.db,
  )
  return new Set(rows.map(({ id }) => id))
}

/** An undo may be about to bring companies back with their aid. */
async function thatExist(ctx: Context, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from organisations where id = any (${sql.val([...ids])}::uuid[])`.execute(ctx.db)
  return new Set(rows.map(({ id }) => id))
}
