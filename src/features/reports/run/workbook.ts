import type { ReportRun, RunRecord } from '../../../contract/reports.ts'
import { dayCell, moneyCell, numberCell, type Sheet, type SheetCell } from '../../../sheets/cells.ts'
import { figureMeans, figureTitle, wordsIn } from '../words.ts'

/** A run as a workbook in its language: its figures with what each counts, and every record behind them. */
export function sheetsOf(run: ReportRun, records: readonly RunRecord[]): Sheet[] {
  const words = wordsIn(run.language)
  const { t, f } = words
  const titles = new Map(run.figures.map((figure) => [figure.key, figureTitle(words, figure)]))
  const head: SheetCell[][] = [
    [run.report.name],
    [t(`kind.${run.kind}`), run.kind === 'market' ? f.place(run.subject.name) : run.subject.name],
    [t('field.asOf'), dayCell(run.asOf)],
    ...(run.starts || run.ends
      ? [[t('field.starts'), dayCell(run.starts), t('field.ends'), dayCell(run.ends)]]
      : []),
    [t('runNumber', { number: run.number }), f.instant(run.at)],
    [t('sources')],
    [],
  ]
  const figures = run.figures.flatMap((figure): SheetCell[][] => {
    const { section, count, sums, indicator } = figure
    const row = (amount: SheetCell, currency: string | null): SheetCell[] => [
      t(`section.${section}`),
      titles.get(figure.key) ?? '',
      numberCell(count),
      amount,
      currency,
      indicator?.target && !indicator.currency ? numberCell(indicator.target) : null,
      figureMeans(words, figure),
    ]
    return sums.length > 0 ? sums.map((sum) => row(moneyCell(sum), sum.currency)) : [row(null, null)]
  })
  return [
    {
      name: t('sheet.figures'),
      rows: [
        ...head,
        [
          '',
          t('figure'),
          t('sheet.count'),
          t('sheet.amount'),
          t('sheet.currency'),
          t('sheet.target'),
          t('definition'),
        ],
        ...figures,
      ],
      widths: [18, 40, 10, 16, 10, 10, 90],
    },
    {
      name: t('sheet.records'),
      heads: 1,
      rows: [
        (['part', 'title', 'day', 'amount', 'currency', 'countedIn', 'version', 'id'] as const).map(
          (column) => t(`sheet.${column}`),
        ),
        ...records.map((record): SheetCell[] => [
          t(`indicators:part.${record.part as 'missions'}`),
          record.title,
          dayCell(record.on),
          record.value && moneyCell(record.value),
          record.value?.currency ?? null,
          record.figures.map((key) => titles.get(key) ?? key).join('; '),
          numberCell(record.version),
          record.id,
        ]),
      ],
      widths: [18, 44, 12, 16, 10, 60, 10, 38],
    },
  ]
}
