import { sql } from 'kysely'
import type { ChangeSet } from '../../contract/history.ts'
import type { compareRuns, RunComparison } from '../../contract/reports.ts'
import type { LeftOutReason } from '../../domain/indicators.ts'
import type { Context } from '../context.ts'
import { lookedAtRows } from '../counting/count.ts'
import { Failure } from '../failure.ts'
import { changeSetsWhere } from '../history/change-sets.ts'
import type { Verb } from '../route.ts'
import { differences, type RecordDifference } from './differences.ts'
import { type KeptRun, mustHaveRun } from './runs.ts'
import { whatIsTold } from './told.ts'

/** As many records as a comparison tells in full. */
const most = 200
/** As many changes as it looks through for them, the newest first. */
const mostChanges = 500

/** What differs between two runs of one report, the earlier first: figures, records, and what was written to each meanwhile. */
export const compareTheRuns: Verb<typeof compareRuns> = async (ctx, { params }) => {
  const [one, other] = [await mustHaveRun(ctx, params.run), await mustHaveRun(ctx, params.with)]
  if (one.reportId !== other.reportId) throw new Failure('not_found', 'A run of another report')
  const [first, second] = one.position <= other.position ? [one, other] : [other, one]
  const { figures, records } = differences(first, second)
  const listed = records.slice(0, most)
  const reasons = await reasonsNow(ctx, second, listed)
  const changes = await changesBetween(ctx, first, second, listed)
  return {
    first: first.head,
    second: second.head,
    figures,
    records: listed.map((difference): RunComparison['records'][number] => {
      const { fate, record } = difference
      const { companyId: _, version: __, figures: ___, ...told } = record
      return {
        fate,
        ...told,
        figures: difference.figures,
        reason: fate === 'no_longer' ? (reasons.get(record.id) ?? null) : null,
        changes: changes(record),
      }
    }),
    moreRecords: records.length - listed.length,
  }
}

/** Why records that are no longer counted are left out, as the data stand now. */
async function reasonsNow(
  ctx: Context,
  run: KeptRun,
  listed: readonly RecordDifference[],
): Promise<Map<string, LeftOutReason>> {
  const reasons = new Map<string, LeftOutReason>()
  const gone = listed.filter(({ fate }) => fate === 'no_longer')
  if (gone.length === 0) return reasons
  const { starts, ends, asOf } = run.head
  const told = await whatIsTold(ctx, { kind: run.kind, subject: run.subject, starts, ends }, asOf)
  for (const { key, counting } of told) {
    const ids = gone.flatMap(({ record, figures }) => (figures.includes(key) ? [record.id] : []))
    if (ids.length === 0) continue
    const { rows } = await sql<{ id: string; reason: LeftOutReason }>`
      select x.id, x.reason from (${lookedAtRows(counting)}) x where x.reason is not null and x.id = any (${sql.val(ids)}::uuid[])`.execute(
      ctx.db,
    )
    for (const { id, reason } of rows) reasons.set(id, reasons.get(id) ?? reason)
  }
  return reasons
}

/** What was written to each record, or to the company it stands for, after the one run was told and before the other. */
async function changesBetween(
  ctx: Context,
  first: KeptRun,
  second: KeptRun,
  listed: readonly RecordDifference[],
): Promise<(record: RecordDifference['record']) => ChangeSet[]> {
  const ids = [
    ...new Set(
      listed.flatMap(({ record: { id, recordId, companyId } }) => [id, recordId, companyId ?? []].flat()),
    ),
  ]
  if (ids.length === 0) return () => []
  const meanwhile = sql<boolean>`s.seq > ${first.seen} and s.seq <= ${second.seen}`
  const touching = sql`(c.row_id = any (${sql.val(ids)}::uuid[]) or c.record_id = any (${sql.val(ids)}::uuid[]))`
  const { rows } = await sql<{ changeSetId: string; rowId: string; recordId: string | null }>`
    select c.change_set_id as "changeSetId", c.row_id as "rowId", c.record_id as "recordId"
    from changes c join change_sets s on s.id = c.change_set_id where ${meanwhile} and ${touching}`.execute(
    ctx.db,
  )
  const sets = await changeSetsWhere(
    ctx,
    sql<boolean>`s.id = any (${sql.val([...new Set(rows.map((row) => row.changeSetId))])}::uuid[])`,
    mostChanges,
  )
  return ({ id, recordId, companyId }) => {
    const own = rows.filter((row) =>
      [id, recordId, companyId].some((one) => one !== null && (one === row.rowId || one === row.recordId)),
    )
    const touched = new Set(own.map((row) => `${row.changeSetId} ${row.rowId}`))
    return sets.flatMap(({ changeSet }) => {
      const changes = changeSet.changes.filter(({ rowId }) => touched.has(`${changeSet.id} ${rowId}`))
      return changes.length > 0 ? [{ ...changeSet, changes, moreChanges: 0 }] : []
    })
  }
}
