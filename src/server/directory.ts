import { type RawBuilder, sql } from 'kysely'
import type { RecordNoun } from '../contract/primitives.ts'
import type { Context } from './context.ts'
import { type Cursor, readCursor, type SortKey, writeCursor } from './list.ts'

type Fragment = RawBuilder<unknown>

/**
 * What a directory can be sorted by: an expression over the noun's table, as in lists (`titled` where it is what
 * `search_entries.sort_title` holds); or a number that most records lack, from a query of `id` and `n` for those that
 * have one (`kept` where a table holds it, with an index over both).
 */
export type DirectoryKey = (SortKey & { titled?: boolean }) | { counted: Fragment; kept?: boolean }

interface Directory {
  noun: RecordNoun
  keys: Record<string, DirectoryKey>
  /** The order unless another is asked for. */
  first: string
  /** What narrows it, over the noun's table; that its records live is understood. */
  conditions: readonly RawBuilder<boolean>[]
  /** A cheaper count of what the conditions leave. */
  total?: RawBuilder<number>
}

interface Asked {
  q?: string | undefined
  sort?: string | undefined
  cursor?: string | undefined
  limit: number
}

interface Order {
  key: DirectoryKey
  descending: boolean
  after: Cursor | null
  limit: number
}

/**
 * One page of a noun that may have very many records: the ids in order, the cursor of the next page, and how many there
 * are in all. Records looked for by text come from the search's own table, which holds their titles as sorted.
 */
export async function pageOfIds(
  ctx: Context,
  asked: Asked,
  directory: Directory,
): Promise<{ ids: string[]; next: string | null; total: number }> {
  const sort = asked.sort ?? directory.first
  const descending = sort.startsWith('-')
  const key = directory.keys[descending ? sort.slice(1) : sort]
  if (!key) throw new Error(`No sort key ${sort}`)
  const after = asked.cursor ? readCursor(asked.cursor, sort) : null
  const order = { key, descending, after, limit: asked.limit }
  const { total, rows } = asked.q
    ? await found(ctx, directory, order, await patternsOf(ctx, directory.noun, asked.q))
    : await all(ctx, directory, order)
  const page = rows.slice(0, asked.limit)
  const last = rows.length > asked.limit ? page.at(-1) : undefined
  return {
    ids: page.map((row) => row.id),
    next: last ? writeCursor({ sort, value: last.key, id: last.id, total }) : null,
    total,
  }
}

interface Found {
  total: number
  rows: { id: string; key: string }[]
}

const direction = (descending: boolean) => sql.raw(descending ? 'desc' : 'asc')

/** What comes after the cursor, in order. */
function paged(by: Fragment, id: Fragment, { key, after, descending, limit }: Order) {
  const type = sql.raw('by' in key ? key.type : 'int')
  const comparison = sql.raw(descending ? '<' : '>')
  const condition = after
    ? sql`(${by}, ${id}) ${comparison} (cast(${after.value} as ${type}), cast(${after.id} as uuid))`
    : sql`true`
  const ordered = sql`order by ${by} ${direction(descending)}, ${id} ${direction(descending)} limit ${sql.lit(limit + 1)}`
  return { condition, ordered }
}

/** Without a text: the noun's table. How it is read best depends on how many rows there are to choose from. */
async function all(ctx: Context, { noun, conditions, total }: Directory, order: Order): Promise<Found> {
  const table = sql.table(noun)
  const id = sql.ref(`${noun}.id`)
  const living = sql`${sql.ref(`${noun}.deleted_at`)} is null`
  const matching = sql.join([living, ...conditions], sql` and `)
  const counting = total ?? sql`(select count(*)::int from ${table} where ${matching})`
  // Later pages take the count of the first: it is what reading them would cost once more.
  const count = order.after?.total ?? (await countedBy(ctx, counting))
  if (count === 0) return { total: 0, rows: [] }
  const page = (query: Fragment) => rowsOf(ctx, count, query, order)
  if (!('by' in order.key)) return page(byNumber(table, id, matching, order.key, order))
  const { by } = order.key
  if (count <= few) {
    const { condition, ordered } = paged(sql`m.key`, sql`m.id`, order)
    return page(sql`
      select m.id, m.key from (select ${id} as id, ${by} as key from ${table} where ${matching} offset 0) m where ${condition} ${ordered}`)
  }
  const { condition, ordered } = paged(by, id, order)
  // Inside a case, conditions are only ever checked row by row: one that may become a join would cost the order its index.
  const checked =
    conditions.length > 0 ? sql`case when ${sql.join(conditions, sql` and `)} then true end` : sql`true`
  return page(sql`
    select ${id} as id, ${by} as key from ${table} where ${living} and ${checked} and ${condition} ${ordered}`)
}

async function countedBy(ctx: Context, counting: Fragment): Promise<number> {
  const { rows } = await sql<{ total: number }>`select ${counting} as total`.execute(ctx.db)
  return rows[0]?.total ?? 0
}

/** Up to as many rows are sorted; of more than these an index in the order asked for soon shows a page. */
const few = 2500

/** Those that have the number, and the first of those that don't: nobody sorts 100,000 zeros. */
function byNumber(
  table: Fragment,
  id: Fragment,
  matching: Fragment,
  { counted, kept }: { counted: Fragment; kept?: boolean },
  order: Order,
) {
  const some = paged(sql`c.n`, sql`c.id`, order)
  const none = paged(sql`0`, id, order)
  const both = paged(sql`u.key`, sql`u.id`, { ...order, after: null })
  return sql`
    with counted as ${sql.raw(kept ? 'not materialized' : 'materialized')} (${counted})
    select u.id, u.key from (
      (select c.id, c.n as key from counted c join ${table} on ${id} = c.id where ${matching} and ${some.condition} ${some.ordered})
      union all
      (select ${id}, 0 from ${table} where ${matching} and ${lacks(id, kept)} and ${none.condition}
        order by ${id} ${direction(order.descending)} limit ${sql.lit(order.limit + 1)})
    ) u ${both.ordered}`
}

/** A table is looked up row by row; of a query a list is made, once. */
const lacks = (id: Fragment, kept = false) =>
  kept
    ? sql`not coalesce((select true from counted c where c.id = ${id}), false)`
    : sql`${id} not in (select c.id from counted c)`

async function rowsOf(ctx: Context, total: number, page: Fragment, { descending }: Order): Promise<Found> {
  const { rows } = await sql<{ id: string; key: string }>`
    select p.id, p.key::text as key from (${page}) p order by p.key ${direction(descending)}, p.id ${direction(descending)}`.execute(
    ctx.db,
  )
  return { total, rows }
}

/** With a text: what it finds, once, for count and page both. The noun's table is read only where it is needed. */
async function found(
  ctx: Context,
  { noun, conditions }: Directory,
  order: Order,
  patterns: Patterns,
): Promise<Found> {
  const { key, descending } = order
  const titled = 'by' in key && key.titled
  const expression = 'by' in key ? (titled ? sql`e.sort_title` : key.by) : sql`coalesce(c.n, 0)`
  const needed = conditions.length > 0 || ('by' in key && !titled)
  const table = needed ? sql`join ${sql.table(noun)} on ${sql.ref(`${noun}.id`)} = e.record_id` : sql``
  const counted = 'by' in key ? sql`` : sql`left join (${key.counted}) c on c.id = e.record_id`
  const { condition, ordered } = paged(sql`f.key`, sql`f.id`, order)
  // One row at least, so that the total comes along where the page is empty.
  const { rows } = await sql<{ total: number; id: string | null; key: string | null }>`
    with found as materialized (
      select e.record_id as id, ${expression} as key from search_entries e ${table} ${counted}
      where ${sql.join([sql`e.noun = ${noun}`, matches(patterns), ...conditions], sql` and `)}
    )
    select t.total, p.id, p.key::text as key
    from (select count(*)::int as total from found) t
    left join (select f.id, f.key from found f where ${condition} ${ordered}) p on true
    order by p.key ${direction(descending)}, p.id ${direction(descending)}`.execute(ctx.db)
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.flatMap(({ id, key }) => (id === null ? [] : [{ id, key: key ?? '' }])),
  }
}

/** What a text is looked for by: one of each list of LIKE patterns must match. */
export type Patterns = string[][]

export async function patternsOf(ctx: Context, noun: string | null, text: string): Promise<Patterns> {
  const { rows } = await sql<{
    patterns: Patterns
  }>`select search_patterns(${text}, ${noun}) as patterns`.execute(ctx.db)
  return rows[0]?.patterns ?? [[]]
}

/** Patterns as a condition on `search_entries e`. */
export function matches(patterns: Patterns): RawBuilder<boolean> {
  const words = patterns.map((word) =>
    word.length === 0
      ? sql`false`
      : sql`(${sql.join(
          word.map((pattern) => sql`e.text like ${pattern}`),
          sql` or `,
        )})`,
  )
  return sql<boolean>`${sql.join(words, sql` and `)}`
}
