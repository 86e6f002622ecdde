import { sql } from 'kysely'
import type { erasePerson as endpoint, eraseDue as several } from '../../contract/privacy.ts'
import { asOfDay, type Context, today } from '../context.ts'
import { Failure, invalidField } from '../failure.ts'
import { readPerson } from '../people/queries.ts'
import { lock } from '../record.ts'
import type { Verb } from '../route.ts'
import { importedRows, scrubImports } from './imported.ts'
import { mustNotBeErased } from './queries.ts'
import { dropDocuments, scrubHistory, scrubWords } from './scrub.ts'

/** Erases one person whose name was typed. */
export const erasePerson: Verb<typeof endpoint> = async (ctx, { params: { id }, body, ifMatch }) => {
  await mustBeErasable(ctx, id, ifMatch)
  const { name } = await readPerson(ctx, id)
  if (body.name.trim() !== name.trim()) throw invalidField('name', 'mismatch', 'Not the name of this person')
  await erase(ctx, id)
  return readPerson(ctx, id)
}

/** Erases several people of whom each is due: all or none. */
export const eraseDue: Verb<typeof several> = async (ctx, { body: { people, count } }) => {
  if (new Set(people.map(({ id }) => id)).size !== people.length)
    throw invalidField('people', 'duplicate', 'Given twice')
  if (count !== people.length) throw invalidField('count', 'mismatch', 'Not as many as these')
  const day = await asOfDay(ctx, undefined)
  for (const [n, { id, version }] of people.entries())
    await mustBeErasable(ctx, id, version).catch((error: unknown) => {
      // Which of them, `If-Match` could not say.
      throw error instanceof Failure && error.code === 'version_stale'
        ? invalidField(`people.${n}.version`, 'version_stale', error.message, error.extras.params)
        : error
    })
  const { rows } = await sql<{ id: string }>`
    select k.person_id as id from kept_until(${sql.val(people.map(({ id }) => id))}::uuid[]) k where k.until < ${day}::date`.execute(
    ctx.db,
  )
  const due = new Set(rows.map(({ id }) => id))
  const early = people.findIndex(({ id }) => !due.has(id))
  if (early >= 0) throw invalidField(`people.${early}.id`, 'not_due', 'May still be kept')
  for (const { id } of people) await erase(ctx, id)
  return { erased: people.length }
}

/** Locks the person, in the bin or not. */
async function mustBeErasable(ctx: Context, id: string, version: number): Promise<void> {
  await lock(ctx, 'people', id, version)
  await mustNotBeErased(ctx, id)
  const merged = await ctx.db.selectFrom('merged_people').select('id').where('id', '=', id).executeTakeFirst()
  if (merged) throw new Failure('record_merged', 'The person was merged into another')
}

/** What stands in the place of a name, in the workspace's language. */
const placeholders: Record<string, (day: string) => string> = {
  en: (day) => `Person erased on ${day}`,
  fr: (day) => `Personne effacée le ${day}`,
}

/**
 * Erases what tells who a person is: their own fields, posts, consents, notes, tasks, documents and sources, what they kept at hand
 * for themselves, the capacity in which
 * they signed, what imports read about them, and all of it in the history; of the records that were merged into theirs as well. What
 * counts stays: signatures, places in missions, holdings, what they entered. Nothing of it is noted but that it was done.
 */
async function erase(ctx: Context, id: string): Promise<void> {
  const day = today(ctx)
  const { language } = await ctx.db.selectFrom('workspace').select('language').executeTakeFirstOrThrow()
  const placeholder = (placeholders[language] ?? placeholders.en)?.(day) ?? day
  const merged = await ctx.db.selectFrom('merged_people').select('id').where('into_id', '=', id).execute()
  const ids = [id, ...merged.map((row) => row.id)]
  const them = sql`${sql.val(ids)}::uuid[]`
  const { rows: words } = await sql<{ word: string }>`
    select distinct word from search_entries e, regexp_split_to_table(e.text, ' ') word
    where word <> '' and (e.noun = 'people' and e.record_id = any (${them})
      or e.noun = 'tasks' and e.record_id in (select t.id from tasks t where t.noun = 'people' and t.record_id = any (${them}))
      or e.noun = 'documents' and e.record_id in (select d.id from documents d where d.noun = 'people' and d.record_id = any (${them})))`.execute(
    ctx.db,
  )
  const imported = await importedRows(ctx, ids)
  await sql`select set_config('corridor.change_set', '', true)`.execute(ctx.db)
  await sql`insert into erased_people (id, erased_on) select unnest(${them}), ${day}::date`.execute(ctx.db)
  await sql`delete from posts where person_id = any (${them})`.execute(ctx.db)
  await sql`delete from person_privacy where id = any (${them})`.execute(ctx.db)
  await sql`delete from person_consents where person_id = any (${them})`.execute(ctx.db)
  for (const table of ['notes', 'tasks', 'citations', 'statements'])
    await sql`delete from ${sql.table(table)} where noun = 'people' and record_id = any (${them})`.execute(
      ctx.db,
    )
  await dropDocuments(ctx, ids)
  await sql`update tasks set assignee_id = null where assignee_id = any (${them}) and done_on is null`.execute(
    ctx.db,
  )
  await sql`
    delete from default_views where owner_id = any (${them})
      or view_id in (select v.id from saved_views v where v.owner_id = any (${them}) and not v.shared)`.execute(
    ctx.db,
  )
  await sql`delete from pins where owner_id = any (${them}) or noun = 'people' and record_id = any (${them})`.execute(
    ctx.db,
  )
  await sql`delete from saved_views where owner_id = any (${them}) and not shared`.execute(ctx.db)
  await sql`update saved_views set owner_id = null where owner_id = any (${them})`.execute(ctx.db)
  for (const table of ['signatures', 'agreement_attendees'])
    await sql`update ${sql.table(table)} set capacity = null where person_id = any (${them}) and capacity is not null`.execute(
      ctx.db,
    )
  await sql`
    update people set given_name = null, family_name = ${placeholder}, native_name = null, email = null, phone = null, language = null
    where id = any (${them})`.execute(ctx.db)
  await scrubHistory(ctx, ids, placeholder, day)
  await scrubImports(ctx, ids, imported, placeholder)
  await scrubWords(
    ctx,
    words.map(({ word }) => word),
  )
  await sql`select set_config('corridor.change_set', ${ctx.changeSetId}, true)`.execute(ctx.db)
  await sql`
    insert into changes (change_set_id, table_name, row_id, noun, record_id, before, after)
    values (${ctx.changeSetId}, 'people', ${id}, 'people', ${id}, jsonb_build_object('id', ${id}::text),
      jsonb_build_object('id', ${id}::text, 'erased', ${day}::text, 'family_name', ${placeholder}::text))`.execute(
    ctx.db,
  )
}
