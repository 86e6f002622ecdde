import * as z from 'zod'
import { reportKinds, reportSections } from '../domain/reports.ts'
import { endpoint } from './endpoint.ts'
import { changeSet } from './history.ts'
import { counted, countingMeasure, indicator, leftOutReason } from './indicators.ts'
import { money } from './missions.ts'
import * as p from './primitives.ts'
import { recordEndpoints } from './record-endpoints.ts'

/** Reports: what is told to a funder, a committee, a director or a company; each run keeps its figures and their records. */

export const reportKind = z.enum(reportKinds)
export const reportLanguage = z.enum(['en', 'fr'])

const fields = {
  title: p.line(),
  kind: reportKind,
  /** What it is about: the grant, alliance, cluster, market, mission or company. */
  subjectId: p.id,
  language: reportLanguage.default('en'),
  /** Of when it tells; an end that is not given is open. */
  starts: p.civilDate.nullable().default(null),
  ends: p.civilDate.nullable().default(null),
}
export const reportInput = z.object(fields)
const { title, language, starts, ends } = fields
/** What a report is about stays: a report about something else is another report. */
export const reportPatch = p.patchOf({ title, language, starts, ends })
export type ReportInput = z.input<typeof reportInput>

const about = {
  title: z.string(),
  kind: reportKind,
  subject: p.named,
  language: reportLanguage,
  starts: z.string().nullable(),
  ends: z.string().nullable(),
}

/** A run as lists name it. */
const runHead = {
  id: p.id,
  /** Counts the runs of a report from 1. */
  number: z.int(),
  asOf: z.string(),
  starts: z.string().nullable(),
  ends: z.string().nullable(),
  language: reportLanguage,
  at: p.instant,
  by: p.named.nullable(),
}

export const report = z
  .object({
    ...p.recordBase,
    ...about,
    /** The newest first. */
    runs: z.array(z.object(runHead)),
  })
  .meta({ id: 'Report' })
export type Report = z.infer<typeof report>

export const reportRow = z
  .object({
    id: p.id,
    version: p.version,
    ...about,
    runs: z.int(),
    lastRun: z.object(runHead).nullable(),
    sample: z.boolean(),
    updatedAt: p.instant,
  })
  .meta({ id: 'ReportRow' })
export type ReportRow = z.infer<typeof reportRow>

export const reportList = p.listQuery(['title', 'lastRun', 'updatedAt'], {
  kind: p.several(reportKind).optional(),
})

export const reportRecords = recordEndpoints({
  noun: 'reports',
  one: 'a report',
  list: reportList,
  row: reportRow,
  input: reportInput,
  patch: reportPatch,
  resource: report,
})

/** What an indicator said when it was counted. */
const indicatorThen = z.object({
  id: p.id,
  ...indicator.pick({
    title: true,
    titleFr: true,
    definition: true,
    definitionFr: true,
    vocabulary: true,
    measure: true,
    kinds: true,
    through: true,
    starts: true,
    ends: true,
    target: true,
    currency: true,
  }).shape,
  funder: p.named.nullable(),
})

export const reportFigure = z.object({
  /** Names the figure in its run, and in every run of the report: the measure, or the indicator's id. */
  key: z.string(),
  section: z.enum(reportSections),
  measure: countingMeasure,
  ...counted.shape,
  indicator: indicatorThen.nullable(),
  /** Against the indicator's target. */
  actual: z.int().nullable(),
  reachedBp: z.int().nullable(),
})
export type ReportFigure = z.infer<typeof reportFigure>

/** Another run of the same report, of the same day and period, and how many figures are others. */
const sameDayRun = z.object({ ...runHead, figures: z.int(), records: z.int() })

export const reportRun = z
  .object({
    ...runHead,
    report: p.named,
    kind: reportKind,
    subject: p.named,
    figures: z.array(reportFigure),
    /** How many records there are behind the figures, each once. */
    records: z.int(),
    /** The last run before it of the same day and period: what differs since. */
    before: sameDayRun.nullable(),
  })
  .meta({ id: 'ReportRun' })
export type ReportRun = z.infer<typeof reportRun>

const errors = ['not_found', 'record_in_bin'] as const

export const runReport = endpoint({
  id: 'reports.run',
  method: 'POST',
  path: '/reports/{id}/runs',
  summary: 'Count all of a report’s figures as of a day, and keep them with the records behind each',
  access: 'write',
  params: p.byId,
  body: z.object({
    /** Default: the workspace’s as-of date, else today. */
    asOf: p.civilDate.optional(),
    /** Default: the report’s. */
    language: reportLanguage.optional(),
  }),
  reply: reportRun,
  status: 201,
  errors,
})

const byRun = z.object({ run: p.id })
export const readRun = endpoint({
  id: 'reports.readRun',
  method: 'GET',
  path: '/reports/runs/{run}',
  summary: 'A run of a report as it was told',
  access: 'read',
  params: byRun,
  reply: reportRun,
  status: 200,
  errors: ['not_found'],
})

/** A record behind a figure, as it was called then and with the version that it had. */
export const runRecord = z
  .object({
    id: p.id,
    part: z.string(),
    noun: p.recordNoun,
    recordId: p.id,
    version: z.int(),
    title: z.string(),
    on: z.string().nullable(),
    value: money.nullable(),
    /** The figures that count it. */
    figures: z.array(z.string()),
  })
  .meta({ id: 'RunRecord' })
export type RunRecord = z.infer<typeof runRecord>
export const listRunRecords = endpoint({
  id: 'reports.runRecords',
  method: 'GET',
  path: '/reports/runs/{run}/records',
  summary: 'The records behind a run’s figures, or behind one of them, as they were then',
  access: 'read',
  params: byRun,
  query: z.object({
    figure: z.string().max(80).optional(),
    cursor: z.string().max(2000).optional(),
    limit: z.coerce.number().int().min(1).max(p.maxPage).default(50),
  }),
  reply: p.page(runRecord),
  status: 200,
  errors: ['not_found'],
})

/** What became of a record between two runs. */
export const recordFates = ['counted_now', 'no_longer', 'changed'] as const
export const comparison = z
  .object({
    first: z.object(runHead),
    second: z.object(runHead),
    /** Figures that are others, by key: what they were and are; null where a run does not have them. */
    figures: z.array(
      z.object({
        key: z.string(),
        section: z.enum(reportSections),
        measure: countingMeasure,
        title: z.string().nullable(),
        titleFr: z.string().nullable(),
        before: counted.nullable(),
        after: counted.nullable(),
      }),
    ),
    records: z.array(
      z.object({
        fate: z.enum(recordFates),
        ...runRecord.omit({ figures: true, version: true }).shape,
        /** The figures that count it in only one of the runs, or in both where it changed. */
        figures: z.array(z.string()),
        /** Why it is left out now, where it is still looked at. */
        reason: leftOutReason.nullable(),
        /** What was written to it, or to the company it stands for, between the runs; newest first. */
        changes: z.array(changeSet),
      }),
    ),
    /** Records beyond those listed. */
    moreRecords: z.int(),
  })
  .meta({ id: 'RunComparison' })
export type RunComparison = z.infer<typeof comparison>
export const compareRuns = endpoint({
  id: 'reports.compare',
  method: 'GET',
  path: '/reports/runs/{run}/compare/{with}',
  summary:
    'What differs between two runs of a report: figures, the records behind them, and what was changed in each',
  access: 'read',
  params: z.object({ run: p.id, with: p.id }),
  reply: comparison,
  status: 200,
  errors: ['not_found'],
})

export const reportEndpoints = [
  ...Object.values(reportRecords),
  runReport,
  readRun,
  listRunRecords,
  compareRuns,
] as const
