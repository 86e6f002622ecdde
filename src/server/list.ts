import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { Schema } from './db/schema.generated.ts'
import { Failure } from './failure.ts'

/**
 * What a list can be sorted by: an expression that is never null, and the SQL type that its text casts back to.
 * An index over (expression, id) keeps deep pages as cheap as the first.
 */
export interface SortKey {
  by: RawBuilder<unknown>
  type: 'text' | 'int' | 'bigint' | 'date' | 'timestamptz'
}

interface PageAsked {
  sort?: string | undefined
  cursor?: string | undefined
  limit: number
}

/** Where a page ended. */
export interface Cursor {
  sort: string
  value: string
  id: string
  /** How many rows the list had when its first page was read, where counting them is dear. */
  total?: number | undefined
}

// biome-ignore lint/suspicious/noExplicitAny: Kysely's table union differs per query; only the shape matters here
type Query<O> = SelectQueryBuilder<Schema, any, O>

/**
 * One page by keyset: rows after the cursor in the order asked for, with the record's id as the tie-break.
 * `id` is the column that holds it ("organisations.id"). The cursor of the next page is null on the last.
 */
export async function pageOf<O>(
  query: Query<O>,
  asked: PageAsked,
  { keys, id, first }: { keys: Record<string, SortKey>; id: string; first: string },
): Promise<{ rows: O[]; next: string | null }> {
  const sort = asked.sort ?? first
  const descending = sort.startsWith('-')
  const key = keys[descending ? sort.slice(1) : sort]
  if (!key) throw new Error(`No sort key ${sort}`)
  const idColumn = sql.ref(id)
  const direction = sql.raw(descending ? 'desc' : 'asc')
  let paged = query
    .select([sql<string>`(${key.by})::text`.as('page_key'), sql<string>`${idColumn}`.as('page_id')])
    .orderBy(sql`${key.by} ${direction}`)
    .orderBy(sql`${idColumn} ${direction}`)
    .limit(asked.limit + 1)
  if (asked.cursor) {
    const after = readCursor(asked.cursor, sort)
    const comparison = sql.raw(descending ? '<' : '>')
    paged = paged.where(
      sql<boolean>`(${key.by}, ${idColumn}) ${comparison} (cast(${after.value} as ${sql.raw(key.type)}), cast(${after.id} as uuid))`,
    )
  }
  const found = (await paged.execute()) as (O & { page_key: string; page_id: string })[]
  const shown = found.slice(0, asked.limit)
  const last = found.length > asked.limit ? shown.at(-1) : undefined
  const rows = shown.map(({ page_key: _, page_id: __, ...row }) => row as O)
  return { rows, next: last ? writeCursor({ sort, value: last.page_key, id: last.page_id }) : null }
}

/** How many rows a query without select, order and limit finds. */
export async function countOf(query: Query<unknown>): Promise<number> {
  const found = (await query.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow()) as {
    total: number
  }
  return found.total
}

/** Narrows to the records of a noun that a text finds. */
export const foundBy = (noun: string, id: string, text: string) =>
  sql<boolean>`${sql.ref(id)} in (select f.record_id from found_by(${text}, ${noun}) f)`

export function writeCursor(cursor: Cursor): string {
  const bytes = new TextEncoder().encode(JSON.stringify(cursor))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/** The cursor that `writeCursor` wrote for a list in this order; 422 for anything else. */
export function readCursor(text: string, sort: string): Cursor {
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) =>
      char.charCodeAt(0),
    )
    const cursor = JSON.parse(new TextDecoder().decode(bytes)) as Cursor
    const whole = typeof cursor.value === 'string' && /^[0-9a-f-]{36}$/.test(cursor.id)
    const total = Number.isSafeInteger(cursor.total) ? cursor.total : undefined
    if (whole && cursor.sort === sort) return { ...cursor, total }
  } catch {
    // Falls through to the one refusal below.
  }
  throw new Failure('invalid', 'This cursor is not one of this list', {
    errors: [{ path: 'cursor', code: 'cursor', message: 'Not a cursor of this list' }],
  })
}
