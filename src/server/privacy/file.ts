import { type RawBuilder, sql } from 'kysely'
import type { PersonFile, readPersonFile } from '../../contract/privacy.ts'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { namesIn } from '../history/names.ts'
import type { Verb } from '../route.ts'
import { shapesOf } from '../workspace/sample/shape.ts'
import { importedAbout } from './imported.ts'
import { readPersonPrivacy } from './queries.ts'

/** As many rows of one table as are listed; `count` says how many there are. */
const listed = 500

type Row = Record<string, unknown>
interface Found {
  noun: string
  recordId: string | null
  title: string | null
  row: Row
  total: number
}

/** What rows hold for the machine's sake, and what the head of the file says already. */
const technical = ['id', 'version', 'position', 'sample', 'noun', 'record_id', 'sha256', 'updated_at']

/**
 * All that names one person, read from the database, which knows what refers to people: a table added later is in it. Article 15
 * of the GDPR asks for a copy of the data, not for a list of chosen fields.
 */
export const personFile: Verb<typeof readPersonFile> = async (ctx, { params: { id } }) => {
  const { rows } = await sql<{
    row: Row
  }>`select to_jsonb(p) as row from people p where p.id = ${id}`.execute(ctx.db)
  const person = rows[0]?.row
  if (!person) throw new Failure('not_found', 'There is no such person')
  const { rows: merged } = await sql<{ id: string }>`
    select id from merged_people where into_id = ${id}`.execute(ctx.db)
  const ids = [id, ...merged.map((row) => row.id)]
  const sections = [...(await sectionsOf(ctx, ids)), ...(await importsOf(ctx, ids))]
  const facts = sections.flatMap(({ items }) => items.map((item) => ({ before: null, after: item.facts })))
  return {
    person: told(person),
    privacy: await readPersonPrivacy(ctx, id),
    madeOn: ctx.now.toISOString(),
    sections,
    mentions: await mentionsOf(ctx, person),
    history: await historyOf(ctx, ids),
    names: Object.fromEntries(await namesIn(ctx, facts)),
  }
}

const isEmpty = (value: unknown) => value === null || (Array.isArray(value) && value.length === 0)

const told = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).filter(([key, value]) => !technical.includes(key) && !isEmpty(value)),
  )

async function sectionsOf(ctx: Context, ids: readonly string[]): Promise<PersonFile['sections']> {
  const them = sql`any (${sql.val([...ids])}::uuid[])`
  const sections: PersonFile['sections'] = []
  for (const { table, noun, root, refers } of await shapesOf(ctx)) {
    const conditions: RawBuilder<unknown>[] = refers
      .filter(({ to, column }) => to === 'people' && !(column === 'id' && table !== 'person_privacy'))
      .map(({ column }) => sql`${sql.ref(`t.${column}`)} = ${them}`)
    if (noun === '' && root === 'record_id') conditions.push(sql`t.noun = 'people' and t.record_id = ${them}`)
    if (conditions.length === 0) continue
    const ownNoun = noun === '' ? sql`to_jsonb(t) ->> 'noun'` : sql`${sql.lit(noun)}::text`
    const ownId = sql.ref(`t.${root}`)
    const { rows } = await sql<Found>`
      select ${ownNoun} as noun, ${ownId} as "recordId", record_title(${ownNoun}, ${ownId}) as title, to_jsonb(t) as row,
        count(*) over () as total
      from ${sql.table(table)} t where ${sql.join(
        conditions.map((one) => sql`(${one})`),
        sql` or `,
      )} order by t.id limit ${sql.lit(listed)}`.execute(ctx.db)
    const [first] = rows
    if (!first) continue
    sections.push({
      table,
      count: first.total,
      items: rows.map(({ noun: of, recordId, title, row }) => ({
        about: { noun: of ?? '', recordId, title },
        facts: told(row),
      })),
    })
  }
  return sections
}

async function importsOf(ctx: Context, ids: readonly string[]): Promise<PersonFile['sections']> {
  const { count, items } = await importedAbout(ctx, ids, listed)
  if (count === 0) return []
  return [
    {
      table: 'import_rows',
      count,
      items: items.map(({ importId, title, facts }) => ({
        about: { noun: 'imports', recordId: importId, title },
        facts,
      })),
    },
  ]
}

/** Where people write what they like: table, column and the noun that its rows are about. */
const texts: readonly (readonly [table: string, column: string])[] = [
  ['notes', 'body'],
  ['tasks', 'title'],
  ['statements', 'body'],
  ['documents', 'filename'],
  ['company_declarations', 'signatory'],
  ['meetings', 'remark'],
  ['participations', 'note'],
  ['outcomes', 'evidence'],
  ['agreements', 'summary'],
  ['missions', 'summary'],
  ['services', 'note'],
  ['obligations', 'evidence'],
]

/** Texts in which the family name stands as a word: what nobody can erase without reading it. */
async function mentionsOf(ctx: Context, person: Row): Promise<PersonFile['mentions']> {
  const shapes = new Map((await shapesOf(ctx)).map((shape) => [shape.table, shape]))
  const found = texts.flatMap(([table, column]) => {
    const shape = shapes.get(table)
    if (!shape) return []
    const noun = shape.noun === '' ? sql`t.noun::text` : sql`${sql.lit(shape.noun)}::text`
    const recordId = sql.ref(`t.${shape.root}`)
    return [
      sql`select ${sql.lit(table)} as "table", ${noun} as noun, ${recordId} as "recordId", ${sql.ref(`t.${column}`)} as text
        from ${sql.table(table)} t where words_of(${sql.ref(`t.${column}`)}) || ' ' like '%' || words_of(${person.family_name}::text) || ' %'`,
    ]
  })
  const { rows } = await sql<{ table: string; noun: string; recordId: string; title: string; text: string }>`
    select m.*, record_title(m.noun, m."recordId") as title from (${sql.join(found, sql` union all `)}) m
    where not (m.noun = 'people' and m."recordId" = ${person.id}::uuid)
    order by m."table", m."recordId" limit 200`.execute(ctx.db)
  return rows.map(({ table, noun, recordId, title, text }) => ({
    about: { noun: noun ?? '', recordId, title },
    table,
    text,
  }))
}

async function historyOf(ctx: Context, ids: readonly string[]): Promise<PersonFile['history']> {
  const { rows } = await sql<PersonFile['history'][number]>`
    select s.at, s.verb, s.title, record_title('people', s.actor_id) as by from change_sets s
    where s.actor_id = any (${sql.val([...ids])}::uuid[]) or exists (
      select from changes c where c.change_set_id = s.id and c.noun = 'people' and c.record_id = any (${sql.val([...ids])}::uuid[]))
    order by s.seq desc limit ${sql.lit(listed)}`.execute(ctx.db)
  return rows
}
