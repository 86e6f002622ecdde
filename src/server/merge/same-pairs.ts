import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { found } from './alike.ts'
import type { Findings, Pair, RowChange } from './plan.ts'

interface Row {
  id: string
  aId: string
  bId: string
}

/** Of whom somebody has said that they are not the other record, they are not the kept one either. */
export async function samePairs(ctx: Context, { noun, kept, other }: Pair): Promise<Findings> {
  const { rows } = await sql<Row>`
    select id, a_id as "aId", b_id as "bId" from not_duplicates
    where noun = ${noun} and (a_id in (${kept}, ${other}) or b_id in (${kept}, ${other})) order by id`.execute(
    ctx.db,
  )
  const ofOther = rows.filter(({ aId, bId }) => aId === other || bId === other)
  const known = new Set(rows.filter((row) => !ofOther.includes(row)).map(({ aId, bId }) => `${aId} ${bId}`))
  const changes: RowChange[] = []
  const drops: { table: string; id: string }[] = []
  for (const { id, aId, bId } of ofOther) {
    const third = aId === other ? bId : aId
    const [first, second] = kept < third ? [kept, third] : [third, kept]
    if (third === kept || known.has(`${first} ${second}`)) drops.push({ table: 'not_duplicates', id })
    else changes.push({ table: 'not_duplicates', id, set: { a_id: first, b_id: second } })
  }
  const { joins } = found({
    rule: 'to_itself',
    table: 'not_duplicates',
    titles: [],
    count: ofOther.length,
    changes,
    drops,
  })
  return { joins, refusals: [] }
}
