import { type RawBuilder, sql } from 'kysely'
import type { listRunRecords, ReportRun, readRun, runReport } from '../../contract/reports.ts'
import { asOfDay, type Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { readCursor, writeCursor } from '../list.ts'
import { touch } from '../record.ts'
import type { Verb } from '../route.ts'
import { differences } from './differences.ts'
import { readReport, runHead, subject } from './queries.ts'
import { type KeptRecord, tell, whatIsTold } from './told.ts'

type Head = Pick<ReportRun, 'id' | 'number' | 'asOf' | 'starts' | 'ends' | 'language' | 'at' | 'by'>

/** A run as it is kept. */
export interface KeptRun {
  head: Head
  reportId: string
  position: number
  /** The newest change that it knew of. */
  seen: number
  report: ReportRun['report']
  kind: ReportRun['kind']
  subject: ReportRun['subject']
  figures: ReportRun['figures']
  records: KeptRecord[]
}

/** The run that a condition over `u` finds last, with all that it keeps. */
export async function keptRun(ctx: Context, condition: RawBuilder<unknown>): Promise<KeptRun | null> {
  const { rows } = await sql<KeptRun & { subjectThen: string }>`
    select ${runHead} as head, u.report_id as "reportId", u.position, u.seen, json_build_object('id', r.id, 'name', r.title) as report, r.kind,
      ${subject} as subject, u.subject as "subjectThen", u.figures, u.records
    from report_runs u join reports r on r.id = u.report_id where ${condition} order by u.position desc limit 1`.execute(
    ctx.db,
  )
  const [found] = rows
  if (!found) return null
  const { subjectThen, ...run } = found
  return { ...run, subject: { ...run.subject, name: subjectThen } }
}

export async function mustHaveRun(ctx: Context, id: string): Promise<KeptRun> {
  const run = await keptRun(ctx, sql`u.id = ${id}`)
  if (!run) throw new Failure('not_found', 'There is no such run')
  return run
}

/** Counts everything as of the day and keeps it, with every record's version: what was told can always be told again. */
export const runTheReport: Verb<typeof runReport> = async (ctx, { params: { id }, body }) => {
  const report = await readReport(ctx, id)
  if (report.deletedAt) throw new Failure('record_in_bin', 'The report is in the bin')
  await sql`select id from reports where id = ${id} for update`.execute(ctx.db)
  const day = await asOfDay(ctx, body.asOf)
  const { rows } = await sql<{
    seen: number
  }>`select coalesce(max(seq), 0)::bigint as seen from change_sets`.execute(ctx.db)
  const { figures, records } = await tell(ctx, await whatIsTold(ctx, report, day))
  const run = ctx.newId()
  await sql`
    insert into report_runs (id, report_id, position, as_of, starts, ends, language, at, by_id, seen, subject, figures, records)
    values (${run}, ${id}, (select coalesce(max(u.position), -1) + 1 from report_runs u where u.report_id = ${id}), ${day}, ${report.starts},
      ${report.ends}, ${body.language ?? report.language}, ${ctx.now.toISOString()}, ${ctx.actor.id}, ${rows[0]?.seen ?? 0},
      ${report.subject.name}, ${JSON.stringify(figures)}::jsonb, ${JSON.stringify(records)}::jsonb)`.execute(
    ctx.db,
  )
  await touch(ctx, 'reports', id)
  return asTold(ctx, await mustHaveRun(ctx, run))
}

export const readTheRun: Verb<typeof readRun> = async (ctx, { params }) =>
  asTold(ctx, await mustHaveRun(ctx, params.run))

async function asTold(ctx: Context, run: KeptRun): Promise<ReportRun> {
  const { head, report, kind, subject: about, figures, records } = run
  return {
    ...head,
    report,
    kind,
    subject: about,
    figures,
    records: records.length,
    before: await sameBefore(ctx, run),
  }
}

/** The last run before it of the same day and period, and how much differs. */
async function sameBefore(ctx: Context, run: KeptRun): Promise<ReportRun['before']> {
  const { asOf, starts, ends } = run.head
  const before = await keptRun(
    ctx,
    sql`u.report_id = ${run.reportId} and u.position < ${run.position} and u.as_of = ${asOf}
      and u.starts is not distinct from ${starts}::date and u.ends is not distinct from ${ends}::date`,
  )
  if (!before) return null
  const { figures, records } = differences(before, run)
  return { ...before.head, figures: figures.length, records: records.length }
}

const sort = 'told'

/** The records behind the figures in the order in which they were told. */
export const recordsOfRun: Verb<typeof listRunRecords> = async (
  ctx,
  { params, query: { figure, cursor, limit } },
) => {
  const { records } = await mustHaveRun(ctx, params.run)
  const matching = figure ? records.filter((record) => record.figures.includes(figure)) : records
  const after = cursor ? Number(readCursor(cursor, sort).value) : 0
  const start = Number.isSafeInteger(after) && after > 0 ? after : 0
  const end = start + limit
  return {
    items: matching.slice(start, end).map(({ companyId: _, ...record }) => record),
    next: end < matching.length ? writeCursor({ sort, value: String(end), id: params.run }) : null,
    total: matching.length,
  }
}
