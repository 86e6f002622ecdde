import { sql } from 'kysely'
import type { Report, ReportRow } from '../../contract/reports.ts'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'

/** What a report is about, by its name. */
export const subject = sql`(
  select json_build_object('id', n.id, 'name', n.name) from (
    select id, title as name from grants where id = r.grant_id
    union all select id, name from alliances where id = r.alliance_id
    union all select id, name from organisations where id = r.organisation_id
    union all select id, name from markets where id = r.market_id
    union all select id, title from missions where id = r.mission_id) n)`

/** A run `u` as lists name it. */
export const runHead = sql`json_build_object('id', u.id, 'number', u.position + 1, 'asOf', u.as_of, 'starts', u.starts, 'ends', u.ends,
  'language', u.language, 'at', to_char(u.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'by', (select json_build_object('id', p.id, 'name', concat_ws(' ', p.given_name, p.family_name)) from people p where p.id = u.by_id))`

/** One report with its runs; 404 where there is none. One in the bin is given, marked. */
export async function readReport(ctx: Context, id: string): Promise<Report> {
  const { rows } = await sql<Report>`
    select r.id, r.version, r.sample, r.deleted_at as "deletedAt", r.created_at as "createdAt", r.updated_at as "updatedAt",
      r.title, r.kind, ${subject} as subject, r.language, r.starts, r.ends,
      coalesce((select json_agg(${runHead} order by u.position desc) from report_runs u where u.report_id = r.id), '[]') as runs
    from reports r where r.id = ${id}`.execute(ctx.db)
  const [found] = rows
  if (!found) throw new Failure('not_found', 'There is no such report')
  return found
}

/** The rows of these reports, in this order. */
export async function reportRows(ctx: Pick<Context, 'db'>, ids: readonly string[]): Promise<ReportRow[]> {
  if (ids.length === 0) return []
  const wanted = sql`${sql.val([...ids])}::uuid[]`
  const { rows } = await sql<ReportRow>`
    select r.id, r.version, r.title, r.kind, ${subject} as subject, r.language, r.starts, r.ends, r.sample, r.updated_at as "updatedAt",
      (select count(*)::int from report_runs u where u.report_id = r.id) as runs,
      (select ${runHead} from report_runs u where u.report_id = r.id order by u.position desc limit 1) as "lastRun"
    from reports r where r.id = any (${wanted}) order by array_position(${wanted}, r.id)`.execute(ctx.db)
  return rows
}
