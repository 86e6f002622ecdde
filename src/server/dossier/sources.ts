import { sql } from 'kysely'
import type { citeSource, createSource, listSources, Source } from '../../contract/dossier.ts'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import type { Verb } from '../route.ts'
import { type About, mustLive } from './about.ts'

const sourceColumns = [
  'sources.id',
  'sources.version',
  'sources.title',
  'sources.publisher',
  'sources.date',
  'sources.language',
  'sources.url',
  'sources.created_at as createdAt',
  'sources.updated_at as updatedAt',
] as const

/** The sources that a record comes from, by date; those without one last. */
export const sourcesOf = (ctx: Context, { noun, recordId }: About): Promise<Source[]> =>
  ctx.db
    .selectFrom('sources')
    .innerJoin('citations', 'citations.source_id', 'sources.id')
    .select(sourceColumns)
    .where('citations.noun', '=', noun)
    .where('citations.record_id', '=', recordId)
    .orderBy(sql`partial_first(sources.date) nulls last, folded(sources.title), sources.id`)
    .execute()

/** The sources of these ids. */
export async function sourcesById(ctx: Context, ids: readonly string[]): Promise<Map<string, Source>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db.selectFrom('sources').select(sourceColumns).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** One source; 404 where there is none. */
export async function readSource(ctx: Context, id: string): Promise<Source> {
  const found = (await sourcesById(ctx, [id])).get(id)
  if (!found) throw new Failure('not_found', 'There is no such source')
  return found
}

export const listAllSources: Verb<typeof listSources> = async (ctx) => ({
  items: await ctx.db
    .selectFrom('sources')
    .select(sourceColumns)
    .orderBy(sql`partial_first(sources.date) nulls last, folded(sources.title), sources.id`)
    .execute(),
})

export const addSource: Verb<typeof createSource> = async (ctx, { body }) => {
  const id = ctx.newId()
  const at = ctx.now.toISOString()
  await ctx.db
    .insertInto('sources')
    .values({ ...body, id, created_at: at, updated_at: at })
    .execute()
  return readSource(ctx, id)
}

/** Says that a record comes from a source; saying it again changes nothing. */
export const cite: Verb<typeof citeSource> = async (ctx, { params: { id }, body }) => {
  const source = await readSource(ctx, id)
  await mustLive(ctx, body)
  await ctx.db
    .insertInto('citations')
    .values({ id: ctx.newId(), noun: body.noun, record_id: body.recordId, source_id: id })
    .onConflict((conflict) => conflict.constraint('citation_once').doNothing())
    .execute()
  return source
}
