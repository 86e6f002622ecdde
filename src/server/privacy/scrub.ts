import { type RawBuilder, sql } from 'kysely'
import { redact } from '../audit/redact.ts'
import type { Context } from '../context.ts'

/** Keys of a noted row that say nothing of whom it is about but that it was. */
const told = sql`'{id,version,noun,record_id,person_id,into_id}'::text[]`

const tombstone = (column: string, placeholder: string, day: string): RawBuilder<unknown> => sql`
  case when ${sql.ref(column)} is null then null else (
    select coalesce(jsonb_object_agg(k.key, k.value), '{}') from jsonb_each(${sql.ref(column)}) k (key, value) where k.key = any (${told})
  ) || jsonb_build_object('erased', ${day}::text, 'family_name', ${placeholder}::text) end`

/**
 * Takes what tells who people are out of what was noted of them: their own rows, posts, notes, documents and consents leave but
 * that they were; a signature keeps all but the capacity. The entries stay, with who did what when.
 */
export async function scrubHistory(
  ctx: Context,
  ids: readonly string[],
  placeholder: string,
  day: string,
): Promise<void> {
  const them = sql`${sql.val([...ids])}::uuid[]`
  const touched: string[] = []
  const scrub = async (update: RawBuilder<{ id: string }>) => {
    for (const { id } of (await update.execute(ctx.db)).rows) touched.push(id)
  }
  await scrub(sql`
    update changes set before = ${tombstone('before', placeholder, day)}, after = ${tombstone('after', placeholder, day)}
    where noun = 'people' and record_id = any (${them}) returning change_set_id as id`)
  for (const column of ['before', 'after'])
    await scrub(sql`
      update changes set ${sql.ref(column)} = ${sql.ref(column)} || '{"capacity":null}'
      where table_name in ('signatures', 'agreement_attendees') and (${sql.ref(column)} ->> 'person_id')::uuid = any (${them})
      returning change_set_id as id`)
  await scrub(sql`
    update change_sets set title = ${placeholder} where noun = 'people' and record_id = any (${them}) returning id`)
  await redact(ctx, [...new Set(touched)])
  // Answers kept for a resend hold what the records were.
  for (const id of ids) await sql`delete from idempotency_keys where body like ${`%${id}%`}`.execute(ctx.db)
}

/** Forgets the words that only they were found by. */
export async function scrubWords(ctx: Context, words: readonly string[]): Promise<void> {
  for (const word of words)
    await sql`
      delete from search_words w where w.word = ${word}
        and not exists (select from search_entries e where e.text || ' ' like ${`% ${word} %`})`.execute(
      ctx.db,
    )
}

/** Documents attached to them, now or formerly, go with their bytes, unless another record has the same file. */
export async function dropDocuments(ctx: Context, ids: readonly string[]): Promise<void> {
  const them = sql`${sql.val([...ids])}::uuid[]`
  const { rows } = await sql<{ sha256: string }>`
    select d.sha256 from documents d where d.noun = 'people' and d.record_id = any (${them})
    union
    select coalesce(c.after, c.before) ->> 'sha256' from changes c
    where c.table_name = 'documents' and c.noun = 'people' and c.record_id = any (${them}) and coalesce(c.after, c.before) ? 'sha256'`.execute(
    ctx.db,
  )
  await sql`delete from documents where noun = 'people' and record_id = any (${them})`.execute(ctx.db)
  for (const { sha256 } of rows)
    await sql`
      delete from document_contents t where t.sha256 = ${sha256}
        and not exists (select from documents d where d.sha256 = ${sha256})
        and not exists (
          select from changes c where c.table_name = 'documents' and coalesce(c.after, c.before) ->> 'sha256' = ${sha256}
            and not (c.noun = 'people' and c.record_id = any (${them})))`.execute(ctx.db)
}
