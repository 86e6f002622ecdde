import type { Expense, exportExpenses } from '../../../contract/expenses.ts'
import { reckoningDay } from '../../../domain/expense.ts'
import { dayCell, moneyCell, numberCell } from '../../../sheets/cells.ts'
import { type CsvCell, csvStyle, writeCsv } from '../../../sheets/write-csv.ts'
import { workbookType, writeWorkbook } from '../../../sheets/write-workbook.ts'
import { lineNames } from '../../budget/line-names.ts'
import { asOfDay, type Context } from '../../context.ts'
import { invalidField } from '../../failure.ts'
import type { Verb } from '../../route.ts'
import { matchingIds } from '../list.ts'
import { expensesOf } from '../queries.ts'
import { type ExportColumn, type ExportWords, exportWords } from './words.ts'

/** More expenses than anybody reads, and than a file should be made of in one go. */
const most = 100_000
/** Expenses filled in at a time. */
const chunk = 1000

/**
 * The expenses of a list as a file, in its order: a row for each share that a grant bears of one, or of the grant asked for
 * alone. Texts are safe to open in a spreadsheet.
 */
export const exportList: Verb<typeof exportExpenses> = async (ctx, { query }) => {
  const { format, language, ...rest } = query
  const asked = { ...rest, limit: most }
  const day = await asOfDay(ctx, asked.asOf)
  const ids = await matchingIds(ctx, asked, day, most + 1)
  if (ids.length > most)
    throw invalidField('grant', 'too_many', `A file holds at most ${most} expenses: narrow the list`, {
      max: most,
    })
  const words = exportWords[language]
  const rows = await rowsOf(ctx, ids, { day, grant: asked.grant, language })
  const columns = columnsOf(words)
  const cells = [
    columns.map(({ key }) => words.column[key]),
    ...rows.map((row) => columns.map(({ cell }) => cell(row))),
  ]
  const name = `${words.file}-${day}`
  if (format === 'xlsx') {
    const widths = columns.map(({ width }) => width)
    const bytes = await writeWorkbook([{ name: words.file, rows: cells, heads: 1, widths }])
    return { bytes, mediaType: workbookType, filename: `${name}.xlsx` }
  }
  return {
    bytes: await writeCsv(cells, csvStyle(language)),
    mediaType: 'text/csv; charset=utf-8',
    filename: `${name}.csv`,
  }
}

interface Row {
  expense: Expense
  share: Expense['shares'][number] | null
  line: string | null
}

async function rowsOf(
  ctx: Context,
  ids: readonly string[],
  { day, grant, language }: { day: string; grant: string | undefined; language: 'en' | 'fr' },
): Promise<Row[]> {
  const found: Omit<Row, 'line'>[] = []
  for (let from = 0; from < ids.length; from += chunk)
    for (const expense of await expensesOf(ctx, ids.slice(from, from + chunk), day)) {
      const shares = expense.shares.filter((share) => grant === undefined || share.grant.id === grant)
      found.push(...(shares.length > 0 ? shares : [null]).map((share) => ({ expense, share })))
    }
  const grants = [...new Set(found.flatMap(({ share }) => share?.grant.id ?? []))]
  const lines = await lineNames(ctx, grants, language)
  return found.map((row) => ({ ...row, line: (row.share?.lineId && lines.get(row.share.lineId)) || null }))
}

function columnsOf(words: ExportWords): { key: ExportColumn; width: number; cell: (row: Row) => CsvCell }[] {
  const ownRate = (share: Row['share']) => (share?.rate.policy === 'same_currency' ? null : share?.rate)
  return [
    { key: 'day', width: 12, cell: ({ expense }) => dayCell(reckoningDay(expense)) },
    { key: 'state', width: 12, cell: ({ expense }) => expense.state && words.state[expense.state] },
    { key: 'title', width: 36, cell: ({ expense }) => expense.title },
    { key: 'supplier', width: 24, cell: ({ expense }) => expense.supplier?.name ?? expense.supplierName },
    { key: 'reference', width: 16, cell: ({ expense }) => expense.reference },
    { key: 'amount', width: 14, cell: ({ expense }) => moneyCell(expense.amount) },
    { key: 'currency', width: 10, cell: ({ expense }) => expense.amount.currency },
    {
      key: 'vat',
      width: 12,
      cell: ({ expense: { vatMinor, amount } }) =>
        vatMinor === null ? null : moneyCell({ minor: vatMinor, currency: amount.currency }),
    },
    { key: 'grant', width: 24, cell: ({ share }) => share?.grant.name ?? null },
    { key: 'line', width: 28, cell: ({ line }) => line },
    { key: 'share', width: 10, cell: ({ share }) => share && numberCell(share.bp / 100) },
    { key: 'borne', width: 16, cell: ({ share }) => share && moneyCell(share.amount) },
    { key: 'borneIn', width: 10, cell: ({ share }) => share?.amount.currency ?? null },
    { key: 'rate', width: 12, cell: ({ share }) => numberOrNull(ownRate(share)?.rate) },
    { key: 'rateOn', width: 12, cell: ({ share }) => dayCell(ownRate(share)?.on ?? null) },
    { key: 'rateSource', width: 24, cell: ({ share }) => ownRate(share)?.source ?? null },
    { key: 'payer', width: 24, cell: ({ expense }) => expense.payer?.name ?? null },
    { key: 'beneficiary', width: 24, cell: ({ expense }) => expense.beneficiary?.name ?? null },
    { key: 'mission', width: 24, cell: ({ expense }) => expense.mission?.name ?? null },
    { key: 'company', width: 24, cell: ({ expense }) => expense.company?.name ?? null },
    { key: 'planned', width: 12, cell: ({ expense }) => dayCell(expense.plannedOn) },
    { key: 'ordered', width: 12, cell: ({ expense }) => dayCell(expense.committedOn) },
    { key: 'paid', width: 12, cell: ({ expense }) => dayCell(expense.paidOn) },
    { key: 'cancelled', width: 12, cell: ({ expense }) => dayCell(expense.cancelledOn) },
    { key: 'receipts', width: 10, cell: ({ expense }) => numberCell(expense.receipts) },
    { key: 'approvedBy', width: 20, cell: ({ expense }) => expense.approvedBy?.name ?? null },
    {
      key: 'claim',
      width: 24,
      cell: ({ share }) => (share?.claim ? (share.claim.title ?? String(share.claim.number)) : null),
    },
    { key: 'gaps', width: 20, cell: ({ expense }) => expense.gaps.map((gap) => words.gap[gap]).join(', ') },
    { key: 'note', width: 30, cell: ({ expense }) => expense.note },
    { key: 'id', width: 38, cell: ({ expense }) => expense.id },
  ]
}

const numberOrNull = (digits: string | undefined) => (digits === undefined ? null : numberCell(digits))
