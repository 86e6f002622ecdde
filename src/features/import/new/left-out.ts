import type { useTranslation } from 'react-i18next'
import { mostImportRows } from '../../../contract/imports.ts'
import { type CellProblem, isReady } from '../../../domain/import/draft.ts'
import type { ImportField } from '../../../domain/import/fields.ts'
import type { LeftRows } from '../left-rows.ts'
import type { CheckedRow } from './use-checked.ts'

/** The rows that go on to be matched, and those that stay behind: with errors, or more than one import may have. */
export function parted(rows: readonly CheckedRow[]): { going: CheckedRow[]; left: CheckedRow[] } {
  const ready = rows.filter(({ problems }) => isReady(problems))
  const going = ready.slice(0, mostImportRows)
  const goes = new Set(going)
  return { going, left: rows.filter((row) => !goes.has(row)) }
}

type T = ReturnType<typeof useTranslation<'imports'>>['t']

/** What is wrong with a cell or row, in words. */
export const sentenceOf = (problem: CellProblem, t: T): string =>
  t(`problem.${problem.code}` as 'problem.nothing', { ...problem.params, defaultValue: problem.code })

/** The rows that stay behind with their errors in words, under the table's own headers, or by what its columns hold. */
export function leftRows(
  t: T,
  name: string,
  {
    headers,
    mapping,
    left,
  }: {
    headers: readonly string[]
    mapping: readonly (ImportField | null)[]
    left: readonly CheckedRow[]
  },
): LeftRows {
  return {
    name: t('check.leftOut', { name }),
    headers: mapping.map(
      (field, n) => headers[n] || (field ? t(`field.${field}`) : t('mapping.number', { number: n + 1 })),
    ),
    rows: left.map(({ cells, problems }) => ({
      cells,
      error: problems
        .filter(({ severity }) => severity === 'error')
        .map((problem) => sentenceOf(problem, t))
        .join('; '),
    })),
  }
}
