import { sql } from 'kysely'
import type {
  createImport as endpoint,
  readImportMapping,
  removeImport as removal,
} from '../../contract/imports.ts'
import { importMapping } from '../../contract/imports.ts'
import { fingerprintOf } from '../../domain/import/mapping.ts'
import type { LegalGround } from '../../domain/privacy.ts'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import type { Verb } from '../route.ts'
import { holdImport } from './hold.ts'
import { readImport } from './queries.ts'

/** Begins an import, and remembers what its columns were taken for. */
export const createImport: Verb<typeof endpoint> = async (ctx, { body }) => {
  const id = ctx.newId()
  const at = ctx.now.toISOString()
  const mapping = JSON.stringify(body.mapping)
  await ctx.db
    .insertInto('imports')
    .values({
      id,
      name: body.name,
      source: body.source,
      headers: body.headers,
      mapping,
      on_update: body.onUpdate,
      state: 'open',
      created_at: at,
      updated_at: at,
    })
    .execute()
  if (body.headers.some((header) => header.trim() !== ''))
    await ctx.db
      .insertInto('import_mappings')
      .values({ id: ctx.newId(), fingerprint: fingerprintOf(body.headers), mapping, updated_at: at })
      .onConflict((held) => held.column('fingerprint').doUpdateSet({ mapping, updated_at: at }))
      .execute()
  return readImport(ctx, id)
}

/** One that a later version wrote, with fields that are not known here, is as good as none. */
export const rememberedMapping: Verb<typeof readImportMapping> = async (ctx, { query }) => {
  const found = await ctx.db
    .selectFrom('import_mappings')
    .select('mapping')
    .where('fingerprint', '=', query.fingerprint)
    .executeTakeFirst()
  const read = importMapping.safeParse(found?.mapping)
  return { mapping: read.success ? read.data : null, personal: await saidOfPeople(ctx, query.fingerprint) }
}

/** Among as many imports, the newest first, one of the same headers is looked for. */
const lookedThrough = 50

/** Where the data of the last table with these headers came from, and what it was for. */
async function saidOfPeople(ctx: Context, fingerprint: string) {
  const recent = await ctx.db
    .selectFrom('imports')
    .select(['id', 'headers'])
    .orderBy('created_at', 'desc')
    .limit(lookedThrough)
    .execute()
  for (const { id } of recent.filter(({ headers }) => fingerprintOf(headers) === fingerprint)) {
    const { rows } = await sql<{ source: string; purpose: string | null; legalBasis: LegalGround | null }>`
      select p.person ->> 'source' as source, p.person ->> 'purpose' as purpose, p.person ->> 'legalBasis' as "legalBasis"
      from (select draft -> 'person' as person, position from import_rows where import_id = ${id}) p
      where p.person ->> 'source' is not null order by p.position limit 1`.execute(ctx.db)
    if (rows[0]) return rows[0]
  }
  return null
}

/** Forgets an import whose rows are not, or no more, in the records. */
export const removeImport: Verb<typeof removal> = async (ctx, { params: { id }, ifMatch }) => {
  const held = await holdImport(ctx, id, { seen: ifMatch })
  const { parts } = await readImport(ctx, id)
  if (parts > 0)
    throw new Failure('import_state', 'What it wrote is to be reverted first', {
      params: { state: held.state },
    })
  await sql`delete from import_keys where import_id = ${id}`.execute(ctx.db)
  await ctx.db.deleteFrom('import_rows').where('import_id', '=', id).execute()
  await ctx.db.deleteFrom('imports').where('id', '=', id).execute()
  return undefined
}
