import { sql } from 'kysely'
import type { Breakdown, Dimension, readBreakdown, Tally } from '../../contract/views.ts'
import { type Measure, measures } from '../../domain/figures.ts'
import { asOfDay } from '../context.ts'
import type { Verb } from '../route.ts'
import { factsOf, rowsPer } from './facts.ts'
import { nothing, talliesOf } from './tallies.ts'

type Keyed = Pick<Breakdown['rows'][number], 'key' | 'colour'>

/** What can be a row of each: living clusters, markets and alliances. */
const named: Record<Dimension, ReturnType<typeof sql>> = {
  cluster: sql`select o.id, o.name, o.colour from organisations o where o.deleted_at is null and 'cluster' = any (o.kinds)`,
  market: sql`select k.id, k.name, null as colour from markets k where k.deleted_at is null`,
  alliance: sql`select l.id, l.name, null as colour from alliances l where l.deleted_at is null`,
}

/** Every measure by one dimension; only rows with something to count, and all together. */
export const readTheBreakdown: Verb<typeof readBreakdown> = async (
  ctx,
  { query: { by, year, ...scope } },
) => {
  const day = await asOfDay(ctx, scope.asOf)
  const { rows: keys } = await sql<Keyed & { id: string }>`
    select n.id, json_build_object('id', n.id, 'name', n.name) as key, n.colour from (${named[by]}) n
    where ${scope[by] === undefined ? sql`true` : sql`n.id = ${scope[by]}`} order by sorted_as(n.name), n.id`.execute(
    ctx.db,
  )
  const total: Partial<Record<Measure, Tally>> = {}
  const of = new Map<string, Partial<Record<Measure, Tally>>>()
  for (const measure of measures) {
    const { tallies } = await talliesOf(ctx, factsOf(measure, day, scope, year), [[], [by]], rowsPer(measure))
    const [all = [], groups = []] = tallies
    total[measure] = bare(all[0])
    for (const group of groups) {
      const id = group[by] ?? ''
      of.set(id, { ...of.get(id), [measure]: bare(group) })
    }
  }
  const rows = keys.flatMap(({ id, key, colour }) => {
    const found = of.get(id)
    return found ? [{ key, colour, ...whole(found) }] : []
  })
  return { asOf: day, rows, total: whole(total) }
}

const bare = (tally: Tally | undefined): Tally =>
  tally ? { count: tally.count, sums: tally.sums } : nothing()

const whole = (some: Partial<Record<Measure, Tally>>) =>
  Object.fromEntries(measures.map((measure) => [measure, some[measure] ?? nothing()])) as Record<
    Measure,
    Tally
  >
