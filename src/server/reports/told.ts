import { sql } from 'kysely'
import type { IndicatorRow } from '../../contract/indicators.ts'
import type { Report, ReportFigure, RunRecord } from '../../contract/reports.ts'
import { measureOf } from '../../domain/indicators.ts'
import type { CivilDate } from '../../domain/partial-date.ts'
import { type ReportSection, reportFigures } from '../../domain/reports.ts'
import type { Context } from '../context.ts'
import { countedRows, type Tallied } from '../counting/count.ts'
import type { Counting, CountingScope } from '../counting/rule.ts'
import { against, countingOf } from '../indicators/count.ts'
import { ofScope, ownOfMarket } from '../indicators/of-scope.ts'
import { indicatorRows } from '../indicators/queries.ts'

/** A record behind a figure as it is kept; the company that it stands for may have been changed, too. */
export type KeptRecord = RunRecord & { companyId: string | null }

/** Something that a report tells, and how it is counted. */
export interface Told {
  key: string
  section: ReportSection
  counting: Counting
  indicator: IndicatorRow | null
}

export type About = Pick<Report, 'kind' | 'subject' | 'starts' | 'ends'>

/** All that a report tells as of a day, in order: the figures of its kind, then the indicators of what it is about. */
export async function whatIsTold(ctx: Context, report: About, day: CivilDate): Promise<Told[]> {
  const { kind, subject, starts, ends } = report
  const scope: CountingScope = { [kind]: subject.id }
  const days = { from: starts, to: ends }
  const own = Object.entries(reportFigures[kind]).flatMap(([section, measures]) =>
    (measures ?? []).map(
      (measure): Told => ({
        key: measure,
        section: section as ReportSection,
        counting: { rule: { measure, kinds: [], through: [], market: null, days }, scope, day },
        indicator: null,
      }),
    ),
  )
  const indicators = await indicatorsOf(ctx, report)
  return [
    ...own,
    ...indicators.map(
      (indicator): Told => ({
        key: indicator.id,
        section: 'indicators',
        counting: countingOf(indicator, day),
        indicator,
      }),
    ),
  ]
}

/** Indicators of a grant, or of what it is for; of an alliance, a cluster or a market. Missions and companies have none. */
async function indicatorsOf(ctx: Context, { kind, subject: { id } }: About): Promise<IndicatorRow[]> {
  if (kind === 'mission' || kind === 'company') return []
  const condition =
    kind === 'grant'
      ? sql`(i.grant_id = ${id} or i.funder_id in (select f.organisation_id from grant_funders f where f.grant_id = ${id})
          and i.alliance_id = (select g.alliance_id from grants g where g.id = ${id}))`
      : kind === 'market'
        ? ownOfMarket(id)
        : ofScope({ [kind]: id })
  const { rows } = await sql<{ id: string }>`
    select i.id from indicators i where i.deleted_at is null and ${condition}
    order by i.vocabulary, sorted_as(i.title), i.id`.execute(ctx.db)
  return indicatorRows(
    ctx,
    rows.map((row) => row.id),
  )
}

type Row = Omit<KeptRecord, 'figures'>

async function rowsBehind(ctx: Context, counting: Counting): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select x.id, x.part, x.noun, x.record_id as "recordId", x.version, x.title, x.on_day as "on", x.company_id as "companyId",
      case when x.minor is not null then json_build_object('minor', x.minor, 'currency', x.currency) end as value
    from (${countedRows(counting)}) x order by x.on_day desc nulls last, x.title, x.id`.execute(ctx.db)
  return rows
}

function tally(rows: readonly Row[], inMoney: boolean): Tallied {
  if (!inMoney) return { count: rows.length, sums: [] }
  const sums = new Map<string, number>()
  for (const { value } of rows)
    if (value) sums.set(value.currency, (sums.get(value.currency) ?? 0) + value.minor)
  return {
    count: rows.length,
    sums: [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([currency, minor]) => ({ currency, minor })),
  }
}

/** Counts all of it: every figure, and every record behind the figures once. */
export async function tell(
  ctx: Context,
  told: readonly Told[],
): Promise<{ figures: ReportFigure[]; records: KeptRecord[] }> {
  const figures: ReportFigure[] = []
  const records = new Map<string, KeptRecord>()
  for (const { key, section, counting, indicator } of told) {
    const { measure } = counting.rule
    const rows = await rowsBehind(ctx, counting)
    const tallied = tally(rows, measureOf(measure).counts === 'money')
    figures.push({
      key,
      section,
      measure,
      ...tallied,
      indicator: indicator && then(indicator),
      ...(indicator ? against(indicator, tallied) : { actual: null, reachedBp: null }),
    })
    for (const row of rows) {
      const name = `${row.part} ${row.id}`
      const held = records.get(name)
      if (held) held.figures.push(key)
      else records.set(name, { ...row, figures: [key] })
    }
  }
  return { figures, records: [...records.values()] }
}

/** What the indicator said when it was counted. */
const then = (indicator: IndicatorRow): NonNullable<ReportFigure['indicator']> => ({
  id: indicator.id,
  title: indicator.title,
  titleFr: indicator.titleFr,
  definition: indicator.definition,
  definitionFr: indicator.definitionFr,
  vocabulary: indicator.vocabulary,
  measure: indicator.measure,
  kinds: indicator.kinds,
  through: indicator.through,
  starts: indicator.starts,
  ends: indicator.ends,
  target: indicator.target,
  currency: indicator.currency,
  funder: indicator.funder,
})
