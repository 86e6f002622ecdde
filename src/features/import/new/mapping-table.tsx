import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type ImportField,
  type ImportGroup,
  importFields,
  repeatable,
} from '../../../domain/import/fields.ts'
import { Section } from '../../../ui/section.tsx'
import classes from '../import.module.css'

const samples = 3
/** Among as many rows they are looked for. */
const sampledRows = 1000
const groups = Object.keys(importFields) as ImportGroup[]

/** What each column is taken for, with some of its cells. */
export function MappingTable({
  headers,
  rows,
  mapping,
  remembered,
  onChange,
}: {
  headers: readonly string[]
  rows: readonly (readonly string[])[]
  mapping: readonly (ImportField | null)[]
  /** Whether it is what was chosen last time. */
  remembered: boolean
  onChange: (mapping: (ImportField | null)[]) => void
}) {
  const { t } = useTranslation('imports')
  const width = mapping.length
  const examples = useMemo(
    () => Array.from({ length: width }, (_, column) => examplesOf(rows, column).join(' · ')),
    [rows, width],
  )
  const nameOf = (column: number) => headers[column] || t('mapping.number', { number: column + 1 })
  const choose = (column: number, field: ImportField | null) =>
    onChange(
      mapping.map((held, n) =>
        n === column ? field : field !== null && held === field && !repeatable.has(field) ? null : held,
      ),
    )
  return (
    <Section title={t('mapping.title')}>
      {remembered && <p className={classes.hint}>{t('mapping.remembered')}</p>}
      <div className={classes.box}>
        <table className={classes.table} aria-label={t('mapping.title')}>
          <thead>
            <tr>
              <th scope="col">{t('mapping.column')}</th>
              <th scope="col" className={classes.samples}>
                {t('mapping.sample')}
              </th>
              <th scope="col">{t('mapping.holds')}</th>
            </tr>
          </thead>
          <tbody>
            {mapping.map((field, column) => (
              <tr key={column} data-off={field === null || undefined}>
                <th scope="row">{nameOf(column)}</th>
                <td className={classes.samples}>{examples[column]}</td>
                <td>
                  <select
                    aria-label={nameOf(column)}
                    value={field ?? ''}
                    onChange={(event) => choose(column, (event.target.value || null) as ImportField | null)}
                  >
                    <option value="">{t('mapping.nothing')}</option>
                    {groups.map((group) => (
                      <optgroup key={group} label={t(`mapping.group.${group}`)}>
                        {importFields[group].map((one) => (
                          <option key={one} value={one}>
                            {t(`field.${one}`)}
                          </option>
                        ))}
                      </optgroup>
                    ))}
                  </select>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}

/** Some of what a column holds, each but once: "0 · 0 · 0" would say nothing. */
function examplesOf(rows: readonly (readonly string[])[], column: number): string[] {
  const found = new Set<string>()
  for (const row of rows.slice(0, sampledRows)) {
    const cell = row[column]?.trim()
    if (cell) found.add(cell)
    if (found.size === samples) break
  }
  return [...found]
}
