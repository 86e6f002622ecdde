import { Button, CloseButton, TextInput } from '@mantine/core'
import Plus from 'lucide-react/icons/plus'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isBetween, NumberField } from '../../../../ui/number-field.tsx'
import { Section } from '../../../../ui/section.tsx'
import type { Model } from '../model.ts'
import { Closures } from './closures.tsx'
import classes from './setup.module.css'
import type { TableComplaint } from './setup-checks.ts'
import { newTableRow, type SlotRow, type TableRow } from './setup-draft.ts'

const mostTables = 500

/** "Table 9", the first number that no table has. */
function freeNumber(tables: readonly TableRow[], name: (number: number) => string): number {
  const taken = new Set(tables.map((table) => table.name.trim().toLowerCase()))
  let number = tables.length + 1
  while (taken.has(name(number).toLowerCase())) number += 1
  return number
}

/** Tables, or any other places that hold one meeting at a time. */
export function TablesEditor({
  model,
  tables,
  slots,
  complaints,
  none,
  onChange,
}: {
  model: Model
  tables: readonly TableRow[]
  slots: readonly SlotRow[]
  complaints: ReadonlyMap<string, TableComplaint>
  /** There are slots, but no table. */
  none: boolean
  onChange: (tables: TableRow[]) => void
}) {
  const { t } = useTranslation(['meetings', 'common'])
  const [count, setCount] = useState<number | null>(tables.length === 0 ? 8 : 1)
  const name = (number: number) => t('setup.tableName', { number })
  const add = () => {
    const all = [...tables]
    for (let added = 0; added < (count ?? 0); added++) all.push(newTableRow(name(freeNumber(all, name))))
    onChange(all)
    setCount(1)
  }
  const patch = (key: string, change: Partial<TableRow>) =>
    onChange(tables.map((row) => (row.key === key ? { ...row, ...change } : row)))
  return (
    <Section title={t('setup.tables')} count={tables.length}>
      {none && (
        <p className={classes.complaint} role="alert">
          {t('setup.noTables')}
        </p>
      )}
      {tables.length > 0 && (
        <ul className={`${classes.tables} ${classes.dense}`}>
          {tables.map((row) => {
            const complaint = complaints.get(row.key)
            return (
              <li key={row.key}>
                <TextInput
                  aria-label={t('setup.nameOf', { table: row.name })}
                  value={row.name}
                  maxLength={100}
                  error={complaint && t(`setup.table.${complaint}`)}
                  onChange={(event) => patch(row.key, { name: event.currentTarget.value })}
                />
                <TextInput
                  aria-label={t('setup.placeOf', { table: row.name })}
                  placeholder={t('setup.place')}
                  value={row.place}
                  maxLength={200}
                  onChange={(event) => patch(row.key, { place: event.currentTarget.value })}
                />
                <Closures
                  table={row}
                  slots={slots}
                  model={model}
                  onChange={(closed) => patch(row.key, { closed })}
                />
                <CloseButton
                  size="sm"
                  aria-label={t('common:removeNamed', { name: row.name || t('setup.aTable') })}
                  onClick={() => onChange(tables.filter(({ key }) => key !== row.key))}
                />
              </li>
            )
          })}
        </ul>
      )}
      <div className={classes.addTables}>
        <NumberField
          aria-label={t('setup.howMany')}
          value={count}
          min={1}
          max={mostTables - tables.length}
          onChange={setCount}
          width={72}
        />
        <Button
          variant="default"
          leftSection={<Plus size={14} aria-hidden />}
          disabled={count === null || !isBetween(count, 1, mostTables - tables.length)}
          onClick={add}
        >
          {t('setup.addTables', { count: count ?? 0 })}
        </Button>
      </div>
    </Section>
  )
}
