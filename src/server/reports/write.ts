import type { RecordNoun } from '../../contract/primitives.ts'
import type { reportRecords } from '../../contract/reports.ts'
import type { ReportKind } from '../../domain/reports.ts'
import { mustNotEndBeforeStart, mustReferToLiving } from '../checks.ts'
import type { Context } from '../context.ts'
import { invalidField } from '../failure.ts'
import { lockLiving, touch } from '../record.ts'
import type { Verb } from '../route.ts'
import { readReport } from './queries.ts'

/** Which noun each kind of report is about, the column that says which, and the kind of body where it is one. */
export const subjectOf = {
  grant: { noun: 'grants', column: 'grant_id', body: null },
  alliance: { noun: 'alliances', column: 'alliance_id', body: null },
  cluster: { noun: 'organisations', column: 'organisation_id', body: 'cluster' },
  market: { noun: 'markets', column: 'market_id', body: null },
  mission: { noun: 'missions', column: 'mission_id', body: null },
  company: { noun: 'organisations', column: 'organisation_id', body: 'company' },
} as const satisfies Record<ReportKind, { noun: RecordNoun; column: string; body: string | null }>

export const createReport: Verb<typeof reportRecords.create> = async (ctx, { body }) => {
  const { title, kind, subjectId, language, starts, ends } = body
  mustNotEndBeforeStart(starts, ends)
  await mustBeAbout(ctx, kind, subjectId)
  const id = ctx.newId()
  const at = ctx.now.toISOString()
  await ctx.db
    .insertInto('reports')
    .values({
      id,
      title,
      kind,
      language,
      starts,
      ends,
      [subjectOf[kind].column]: subjectId,
      created_at: at,
      updated_at: at,
    })
    .execute()
  return readReport(ctx, id)
}

async function mustBeAbout(ctx: Context, kind: ReportKind, id: string): Promise<void> {
  const { noun, body } = subjectOf[kind]
  await mustReferToLiving(ctx, [{ noun, id, path: 'subjectId' }])
  if (body === null) return
  const found = await ctx.db
    .selectFrom('organisations')
    .select('kinds')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (!found.kinds.includes(body))
    throw invalidField('subjectId', 'unknown_reference', `Not the page of a ${body}`)
}

export const updateReport: Verb<typeof reportRecords.update> = async (
  ctx,
  { params: { id }, body, ifMatch },
) => {
  await lockLiving(ctx, 'reports', id, ifMatch)
  const held = await readReport(ctx, id)
  const { title, language, starts = held.starts, ends = held.ends } = body
  mustNotEndBeforeStart(starts, ends)
  if (Object.values(body).some((value) => value !== undefined))
    await ctx.db
      .updateTable('reports')
      .set({ ...(title ? { title } : {}), ...(language ? { language } : {}), starts, ends })
      .where('id', '=', id)
      .execute()
  else await touch(ctx, 'reports', id)
  return readReport(ctx, id)
}
