import { sql } from 'kysely'
import type { RecordNoun } from '../../contract/primitives.ts'
import type { Context } from '../context.ts'
import { Failure, invalidField } from '../failure.ts'

/** The record that a note, task, document or statement is about. */
export interface About {
  noun: RecordNoun
  recordId: string
}

/** Makes sure that there is such a record, living or in the bin; 404 otherwise. */
export async function mustBeThere(ctx: Context, { noun, recordId }: About): Promise<void> {
  const { rows } = await sql`select id from ${sql.table(noun)} where id = ${recordId}`.execute(ctx.db)
  if (rows.length === 0) throw new Failure('not_found', 'There is no such record')
}

/**
 * Makes sure that the record lives, and holds it for this transaction: no foreign key keeps it from being undone away
 * under what is being added to it.
 */
export async function mustLive(ctx: Context, { noun, recordId }: About): Promise<void> {
  const { rows } = await sql<{
    deleted: boolean
  }>`select deleted_at is not null as deleted from ${sql.table(noun)} where id = ${recordId} for key share`.execute(
    ctx.db,
  )
  const [found] = rows
  if (!found) throw invalidField('recordId', 'unknown_reference', 'No such record')
  if (found.deleted) throw new Failure('record_in_bin', 'The record is in the bin')
}
