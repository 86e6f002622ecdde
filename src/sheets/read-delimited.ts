import { mendedQuotes } from './mended-quotes.ts'
import { plainCell } from './safe-cell.ts'
import { type Table, tableOf } from './table.ts'

export const separators = [',', ';', '\t', '|'] as const
export type Separator = (typeof separators)[number]

export interface Delimited extends Table {
  separator: Separator
  /** True where a quote is opened and never closed: what follows it is one cell. */
  isBroken: boolean
}

/**
 * Cuts text into cells. The separator is found by itself unless one is given: comma, semicolon, tab (as spreadsheets copy),
 * bar; a first row "sep=;", as Excel has it, says it. What was defused is as it was before. Where quotes stand in a cell as they
 * must not, they are taken for letters, so that the cells after it stay in their columns.
 */
export async function readDelimited(
  text: string,
  { separator }: { separator?: Separator } = {},
): Promise<Delimited> {
  const { default: papa } = await import('papaparse')
  const said = /^\ufeff?sep=(.)\r?\n/.exec(text)
  const named = separators.find((one) => one === said?.[1])
  const cut = (given: string, delimiter: string) =>
    papa.parse<string[]>(given, { delimiter, delimitersToGuess: [...separators] })
  const given = text.slice(said?.[0].length ?? 0)
  const strict = cut(given, separator ?? named ?? '')
  const isFlawed = strict.errors.some(({ type }) => type === 'Quotes')
  const parsed = isFlawed ? cut(mendedQuotes(given, strict.meta.delimiter), strict.meta.delimiter) : strict
  const before = said ? [[]] : []
  return {
    ...tableOf([...before, ...parsed.data.map((row) => row.map(plainCell))]),
    separator: separators.find((one) => one === parsed.meta.delimiter) ?? ',',
    isBroken: parsed.errors.some(({ code }) => code === 'MissingQuotes'),
  }
}
