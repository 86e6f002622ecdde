import { sql } from 'kysely'
import type { RecordNoun } from '../contract/primitives.ts'
import type { Context } from './context.ts'
import { Failure } from './failure.ts'

type Versioned = RecordNoun | 'notes' | 'tasks' | 'documents' | 'statements' | 'workspace'

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

/** Moves a record to the bin. Living records that show it keep showing it. */
export async function moveToBin(ctx: Context, noun: RecordNoun, id: string, seen: number): Promise<void> {
  await lockLiving(ctx, noun, id, seen)
  await sql`update ${sql.table(noun)} set deleted_at = ${ctx.now.toISOString()} where id = ${id}`.execute(
    ctx.db,
  )
}

/** Takes a record out of the bin; one that is not there stays as it is. */
export async function takeFromBin(ctx: Context, noun: RecordNoun, id: string): Promise<void> {
  const { rows } = await sql`select id from ${sql.table(noun)} where id = ${id} for update`.execute(ctx.db)
  if (rows.length === 0) throw new Failure('not_found', 'There is no such record')
  await sql`update ${sql.table(noun)} set deleted_at = null where id = ${id} and deleted_at is not null`.execute(
    ctx.db,
  )
}

/** Makes sure that a record exists and lives; `path` is the field that refers to it. */
export async function mustExist(ctx: Context, noun: RecordNoun, id: string, path: string): Promise<void> {
  const { rows } =
    await sql`select id from ${sql.table(noun)} where id = ${id} and deleted_at is null`.execute(ctx.db)
  if (rows.length > 0) return
  throw new Failure('invalid', `${path}: no such record`, {
    errors: [{ path, code: 'unknown_reference', message: 'No such record' }],
  })
}

interface Children<T> {
  table: string
  /** The column of the record they belong to, and its id. */
  owner: readonly [column: string, id: string]
  items: readonly T[]
  /** A child's columns, but for id, owner and position. */
  columns: (item: T) => Record<string, string | number | boolean | null>
  /** Where they stand in the input: "names". */
  path: string
}

/**
 * Makes a record's list what was given: rows matched by id are changed, new ones added, missing ones deleted, and the
 * order kept. Gives the ids in order. An id that is not of this record is a 422.
 */
export async function replaceChildren<T extends { id?: string | undefined }>(
  ctx: Context,
  { table, owner: [column, ownerId], items, columns, path }: Children<T>,
): Promise<string[]> {
  const { rows } = await sql<{
    id: string
  }>`select id from ${sql.table(table)} where ${sql.ref(column)} = ${ownerId}`.execute(ctx.db)
  const held = new Set(rows.map((row) => row.id))
  const kept = new Set(items.flatMap((item) => item.id ?? []))
  for (const [index, item] of items.entries()) {
    if (item.id && !held.has(item.id)) {
      throw new Failure('invalid', `${path}.${index}.id: not of this record`, {
        errors: [{ path: `${path}.${index}.id`, code: 'unknown_reference', message: 'Not of this record' }],
      })
    }
  }
  const gone = [...held].filter((id) => !kept.has(id))
  if (gone.length > 0)
    await sql`delete from ${sql.table(table)} where id in (${sql.join(gone)})`.execute(ctx.db)
  const ids: string[] = []
  for (const [position, item] of items.entries()) {
    const values = { ...columns(item), position }
    const names = Object.keys(values).map((name) => sql.ref(name))
    if (item.id) {
      const set = Object.entries(values).map(([name, value]) => sql`${sql.ref(name)} = ${value}`)
      await sql`update ${sql.table(table)} set ${sql.join(set)} where id = ${item.id}`.execute(ctx.db)
      ids.push(item.id)
    } else {
      const id = ctx.newId()
      await sql`insert into ${sql.table(table)} (id, ${sql.ref(column)}, ${sql.join(names)})
        values (${id}, ${ownerId}, ${sql.join(Object.values(values))})`.execute(ctx.db)
      ids.push(id)
    }
  }
  return ids
}
