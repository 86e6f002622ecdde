import { type RawBuilder, sql } from 'kysely'
import { overlappingGroups, spanOf } from '../../domain/join-periods.ts'
import type { Context } from '../context.ts'
import type { Findings, Join, Pair, RowChange } from './plan.ts'

type Keys = (alias: 'k' | 'o') => RawBuilder<unknown>[]

interface Kind {
  table: string
  /** The column that says whose a row is. */
  column: string
  /** What makes two rows one, beyond whose they are, of the row under an alias. */
  keys: Keys
  /** What a row is about, of the row `o`. */
  title?: RawBuilder<unknown>
}

const pairs = (keys: Keys) => {
  const theirs = keys('o')
  const same = keys('k').map((key, n) => sql`${key} is not distinct from ${theirs[n]}`)
  return same.length > 0 ? sql.join(same, sql` and `) : sql`true`
}

/** Rows of which both records have one alike: the kept record's stays. */
export async function sameEntries(
  ctx: Context,
  { kept, other }: Pair,
  { table, column, keys, title = sql`null` }: Kind,
): Promise<Findings> {
  const owner = (alias: string) => sql.ref(`${alias}.${column}`)
  const { rows } = await sql<{ id: string; title: string | null }>`
    select o.id, ${title} as title from ${sql.table(table)} o
    where ${owner('o')} = ${other} and exists (select from ${sql.table(table)} k where ${owner('k')} = ${kept} and ${pairs(keys)})
    order by o.id`.execute(ctx.db)
  return found({
    rule: 'same_entry',
    table,
    titles: rows.flatMap((row) => row.title ?? []),
    count: rows.length,
    changes: [],
    drops: rows.map(({ id }) => ({ table, id })),
  })
}

/** What one record is to the other, by two columns. */
export async function toItself(
  ctx: Context,
  { kept, other }: Pair,
  table: string,
  [one, another]: readonly [string, string],
): Promise<Findings> {
  const { rows } = await sql<{ id: string }>`
    select t.id from ${sql.table(table)} t
    where (${sql.ref(`t.${one}`)} = ${kept} and ${sql.ref(`t.${another}`)} = ${other})
      or (${sql.ref(`t.${one}`)} = ${other} and ${sql.ref(`t.${another}`)} = ${kept}) order by t.id`.execute(
    ctx.db,
  )
  return found({
    rule: 'to_itself',
    table,
    titles: [],
    count: rows.length,
    changes: [],
    drops: rows.map(({ id }) => ({ table, id })),
  })
}

interface Held {
  id: string
  ours: boolean
  key: string
  from: string | null
  to: string | null
  title: string | null
  value: string | null
}

interface Periods extends Omit<Kind, 'keys'> {
  /** What rows must have in common besides their time, of the row `o`. */
  keys: RawBuilder<unknown>[]
  /** A column in which one value counts more than any other: the coordinator's role. */
  strongest?: { column: string; value: string }
  /** Whether the kept row takes the time of those that it stands for. */
  widens: boolean
}

/** Rows with a period that are of the same thing and overlap: one row stays. */
export async function samePeriods(
  ctx: Context,
  { kept, other }: Pair,
  { table, column, keys, title = sql`null`, strongest, widens }: Periods,
): Promise<Findings> {
  const { rows } = await sql<Held>`
    select o.id, ${sql.ref(`o.${column}`)} = ${kept} as ours, concat_ws('|', ${sql.join(keys.map((key) => sql`coalesce((${key})::text, '')`))}) as key,
      o.from_date as "from", o.to_date as "to", ${title} as title, ${strongest ? sql.ref(`o.${strongest.column}`) : sql`null`} as value
    from ${sql.table(table)} o where ${sql.ref(`o.${column}`)} in (${kept}, ${other}) order by o.id`.execute(
    ctx.db,
  )
  const byKey = new Map<string, Held[]>()
  for (const row of rows) byKey.set(row.key, [...(byKey.get(row.key) ?? []), row])
  const groups = [...byKey.values()]
    .flatMap((same) => overlappingGroups(same))
    .filter((group) => group.some(({ ours }) => ours) && group.some(({ ours }) => !ours))
  const changes: RowChange[] = []
  const drops: Join['drops'] = []
  for (const group of groups) {
    const stays = group.find(({ ours }) => ours)
    if (!stays) continue
    const { from, to } = spanOf(group)
    const set = {
      ...(widens && (from !== stays.from || to !== stays.to) ? { from_date: from, to_date: to } : {}),
      ...(strongest && stays.value !== strongest.value && group.some(({ value }) => value === strongest.value)
        ? { [strongest.column]: strongest.value }
        : {}),
    }
    if (Object.keys(set).length > 0) changes.push({ table, id: stays.id, set })
    for (const { id, ours } of group) if (id !== stays.id && (widens || !ours)) drops.push({ table, id })
  }
  return found({
    rule: 'same_period',
    table,
    titles: groups.flatMap((group) => group[0]?.title ?? []),
    count: groups.length,
    changes,
    drops,
  })
}

export const found = (join: Join): Findings => ({ joins: join.count > 0 ? [join] : [], refusals: [] })
