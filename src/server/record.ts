import { sql } from 'kysely'
import type { RecordNoun } from '../contract/primitives.ts'
import { firstDay, lastDay } from '../domain/partial-date.ts'
import { refuseInUse } from './blockers.ts'
import { mustReferToLiving, type Reference } from './checks.ts'
import type { Context } from './context.ts'
import { Failure, invalidField } from './failure.ts'

type Versioned =
  | RecordNoun
  | 'notes'
  | 'tasks'
  | 'documents'
  | 'statements'
  | 'requests'
  | 'outcomes'
  | 'accounts'
  | 'ownership'
  | 'services'
  | 'aid'
  | 'claims'
  | 'saved_views'
  | 'workspace'

/** Locks a row for this transaction and makes sure that it is the version that was seen. */
export async function lock(ctx: Context, table: Versioned, id: string, seen: number): Promise<void> {
  const { rows } = await sql<{
    version: number
  }>`select version from ${sql.table(table)} where id = ${id} for update`.execute(ctx.db)
  const row = rows[0]
  if (!row) throw new Failure('not_found', 'There is no such record')
  if (row.version !== seen)
    throw new Failure('version_stale', `Version ${row.version} is the newest`, {
      params: { version: row.version },
    })
}

/** Locks a record that is to be changed; one in the bin is restored first. */
export async function lockLiving(ctx: Context, noun: RecordNoun, id: string, seen: number): Promise<void> {
  await lock(ctx, noun, id, seen)
  const { rows } = await sql<{
    deleted: boolean
  }>`select deleted_at is not null as deleted from ${sql.table(noun)} where id = ${id}`.execute(ctx.db)
  if (rows[0]?.deleted) throw new Failure('record_in_bin', 'The record is in the bin')
}

/** Counts a change of the record's children as a change of the record. */
export async function touch(ctx: Context, noun: RecordNoun, id: string): Promise<void> {
  await sql`update ${sql.table(noun)} set updated_at = ${ctx.now.toISOString()} where id = ${id}`.execute(
    ctx.db,
  )
}

/** Moves a record to the bin; 409 `in_use` with the blockers while living records depend on it. */
export async function moveToBin(ctx: Context, noun: RecordNoun, id: string, seen: number): Promise<void> {
  await lockLiving(ctx, noun, id, seen)
  await refuseInUse(ctx, noun, id)
  await sql`update ${sql.table(noun)} set deleted_at = ${ctx.now.toISOString()} where id = ${id}`.execute(
    ctx.db,
  )
}

/** Takes a record out of the bin; one that is not there stays as it is. What was merged comes back by undoing the merge. */
export async function takeFromBin(ctx: Context, noun: RecordNoun, id: string): Promise<void> {
  if (noun === 'organisations' || noun === 'people') {
    const { rows } = await sql`select from ${sql.table(`merged_${noun}`)} where id = ${id}`.execute(ctx.db)
    if (rows.length > 0) throw new Failure('record_merged', 'The record was merged into another')
  }
  const { rows } = await sql`select id from ${sql.table(noun)} where id = ${id} for update`.execute(ctx.db)
  if (rows.length === 0) throw new Failure('not_found', 'There is no such record')
  await sql`update ${sql.table(noun)} set deleted_at = null where id = ${id} and deleted_at is not null`.execute(
    ctx.db,
  )
}

/** `mustReferToLiving` for fields that all refer to one noun. */
export const mustAllExist = (
  ctx: Context,
  noun: RecordNoun,
  references: readonly Omit<Reference, 'noun'>[],
): Promise<void> =>
  mustReferToLiving(
    ctx,
    references.map((reference) => ({ noun, ...reference })),
  )

/** `mustAllExist` for one; `path` is the field that refers to it. */
export const mustExist = (ctx: Context, noun: RecordNoun, id: string, path: string): Promise<void> =>
  mustAllExist(ctx, noun, [{ id, path }])

interface Children<T> {
  table: string
  /** The column of the record they belong to, and its id. */
  owner: readonly [column: string, id: string]
  items: readonly T[]
  /** A child's columns, but for id, owner and position. */
  columns: (item: T) => Record<string, string | number | boolean | null>
  /** Where they stand in the input: "names". */
  path: string
  /** Columns that refer to other records, and the input's field for each. Those newly referred to must live. */
  refersTo?: readonly { column: string; noun: RecordNoun; field: string }[]
}

/**
 * Makes a record's list what was given: rows matched by id are changed, new ones added, missing ones deleted, and the
 * order kept. Gives the ids in order. An id that is not of this record is a 422, and so is a period that ends before it
 * starts (columns from_date and to_date).
 */
export async function replaceChildren<T extends { id?: string | undefined }>(
  ctx: Context,
  { table, owner: [column, ownerId], items, columns, path, refersTo = [] }: Children<T>,
): Promise<string[]> {
  const { rows } = await sql<
    Record<string, string | null> & { id: string }
  >`select ${sql.join(['id', ...refersTo.map((reference) => reference.column)].map((name) => sql.ref(name)))}
    from ${sql.table(table)} where ${sql.ref(column)} = ${ownerId}`.execute(ctx.db)
  const held = new Set(rows.map((row) => row.id))
  const given = items.map((item) => ({ id: item.id, values: columns(item) }))
  const kept = new Set<string>()
  for (const [index, { id, values }] of given.entries()) {
    if (id && !held.has(id))
      throw invalidField(`${path}.${index}.id`, 'unknown_reference', 'Not of this record')
    if (id && kept.has(id)) throw invalidField(`${path}.${index}.id`, 'duplicate', 'Given twice')
    if (id) kept.add(id)
    if (endsBeforeItStarts(values))
      throw invalidField(`${path}.${index}.to`, 'period', 'Ends before it starts')
  }
  for (const { column: name, noun, field } of refersTo) {
    const known = new Set(rows.map((row) => row[name]))
    const references = given.flatMap(({ values }, index) => {
      const id = values[name]
      return typeof id === 'string' && !known.has(id) ? [{ id, path: `${path}.${index}.${field}` }] : []
    })
    await mustAllExist(ctx, noun, references)
  }
  const gone = [...held].filter((id) => !kept.has(id))
  if (gone.length > 0)
    await sql`delete from ${sql.table(table)} where id in (${sql.join(gone)})`.execute(ctx.db)
  const ids: string[] = []
  for (const [position, child] of given.entries()) {
    const values = { ...child.values, position }
    const names = Object.keys(values).map((name) => sql.ref(name))
    if (child.id) {
      const set = Object.entries(values).map(([name, value]) => sql`${sql.ref(name)} = ${value}`)
      await sql`update ${sql.table(table)} set ${sql.join(set)} where id = ${child.id}`.execute(ctx.db)
      ids.push(child.id)
    } else {
      const id = ctx.newId()
      await sql`insert into ${sql.table(table)} (id, ${sql.ref(column)}, ${sql.join(names)})
        values (${id}, ${ownerId}, ${sql.join(Object.values(values))})`.execute(ctx.db)
      ids.push(id)
    }
  }
  return ids
}

function endsBeforeItStarts({ from_date, to_date }: Record<string, unknown>): boolean {
  return (
    typeof from_date === 'string' && typeof to_date === 'string' && lastDay(to_date) < firstDay(from_date)
  )
}
