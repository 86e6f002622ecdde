import { sql } from 'kysely'
import type { createStatement, removeStatement, Statement } from '../../contract/dossier.ts'
import type { Context } from '../context.ts'
import { Failure, invalidField } from '../failure.ts'
import { lock } from '../record.ts'
import type { Verb } from '../route.ts'
import { type About, mustLive } from './about.ts'
import { sourcesById } from './sources.ts'

async function statementsWhere(
  ctx: Context,
  condition: ReturnType<typeof sql<boolean>>,
): Promise<Statement[]> {
  const { rows } = await sql<Omit<Statement, 'source'> & { sourceId: string }>`
    select t.id, t.version, t.noun, t.record_id as "recordId", t.topic, t.body, t.at, t.source_id as "sourceId"
    from statements t
    where ${condition}
    order by t.position, t.id`.execute(ctx.db)
  const sources = await sourcesById(ctx, [...new Set(rows.map((row) => row.sourceId))])
  return rows.flatMap(({ sourceId, ...row }) => {
    const source = sources.get(sourceId)
    return source ? [{ ...row, source }] : []
  })
}

/** What sources say about a record, in the order it was recorded. */
export const statementsOf = (ctx: Context, { noun, recordId }: About): Promise<Statement[]> =>
  statementsWhere(ctx, sql`t.noun = ${noun} and t.record_id = ${recordId}`)

/** One statement; 404 where there is none. */
export async function readStatement(ctx: Context, id: string): Promise<Statement> {
  const [found] = await statementsWhere(ctx, sql`t.id = ${id}`)
  if (!found) throw new Failure('not_found', 'There is no such statement')
  return found
}

export const addStatement: Verb<typeof createStatement> = async (ctx, { body }) => {
  const { noun, recordId, topic, body: text, at, sourceId } = body
  await mustLive(ctx, body)
  if (!(await sourcesById(ctx, [sourceId])).has(sourceId))
    throw invalidField('sourceId', 'unknown_reference', 'No such source')
  const id = ctx.newId()
  await sql`
    insert into statements (id, noun, record_id, position, topic, body, at, source_id)
    select ${id}, ${noun}, ${recordId}, coalesce(max(position) + 1, 0), ${topic}, ${text}, ${at}, ${sourceId}
    from statements where noun = ${noun} and record_id = ${recordId}`.execute(ctx.db)
  return readStatement(ctx, id)
}

export const dropStatement: Verb<typeof removeStatement> = async (ctx, { params: { id }, ifMatch }) => {
  await lock(ctx, 'statements', id, ifMatch)
  await ctx.db.deleteFrom('statements').where('id', '=', id).execute()
  return undefined
}
