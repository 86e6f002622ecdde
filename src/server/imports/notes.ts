import { sql } from 'kysely'
import type { Context } from '../context.ts'

/** What a row remarks about a record. */
export interface Remarks {
  noun: 'organisations' | 'people'
  recordId: string
  notes: readonly string[]
}

/** Adds notes that their records don't have yet, so that a table brought in again adds none; gives the records that got any. */
export async function addNotes(ctx: Context, remarks: readonly Remarks[]): Promise<Set<string>> {
  const asked = remarks.flatMap(({ notes, ...about }) =>
    notes.map((body) => ({ ...about, id: ctx.newId(), body })),
  )
  if (asked.length === 0) return new Set()
  const at = ctx.now.toISOString()
  const { rows } = await sql<{ recordId: string }>`
    insert into notes (id, noun, record_id, body, author_id, created_at, updated_at)
    select a.id, a.noun::record_noun, a."recordId", a.body, ${ctx.actor.id}, ${at}, ${at}
    from (
      select distinct on (j.noun, j."recordId", j.body) j.*
      from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as j (id uuid, noun text, "recordId" uuid, body text)
    ) a
    where not exists (
      select from notes n where n.noun = a.noun::record_noun and n.record_id = a."recordId" and n.body = a.body)
    returning record_id as "recordId"`.execute(ctx.db)
  return new Set(rows.map(({ recordId }) => recordId))
}
