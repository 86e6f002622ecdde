import { Button, Checkbox, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../../i18n/format.ts'
import { TextButton } from '../../../../ui/text-button.tsx'
import { type Cell, cells } from '../sheet/entry.ts'
import classes from './import.module.css'
import { type Columns, lacking, proposeColumns } from './read-rows.ts'
import { recallColumns } from './remembered-columns.ts'
import type { Chosen } from './source.tsx'
import { mostRows } from './use-import.ts'

const previewed = 5

/** Which column is what: as the last time, or by the heads; the first rows below show whether that is right. */
export function ChooseColumns({
  chosen: { table, name },
  onTake,
  onBack,
}: {
  chosen: Chosen
  onTake: (columns: Columns) => void
  onBack: () => void
}) {
  const { t } = useTranslation(['expense-import', 'expenses'])
  const f = useFormat()
  const head = table.rows[0] ?? []
  const [recalled] = useState(() => recallColumns(head))
  const [columns, setColumns] = useState(() => recalled ?? proposeColumns(table.rows))
  const missing = lacking(columns)
  const count = table.rows.length - Number(columns.hasHead)
  const choose = (n: number, cell: Cell | null) =>
    setColumns({
      ...columns,
      // A field is one column's only.
      cells: columns.cells.map((held, other) => (other === n ? cell : held === cell ? null : held)),
    })
  return (
    <div className={classes.source}>
      <p>{[name, t(recalled ? 'columns.recalled' : 'columns.hint')].filter(Boolean).join(' · ')}</p>
      <div className={classes.scroll}>
        <table className={classes.preview} aria-label={t('columns.title')}>
          <thead>
            <tr>
              {columns.cells.map((cell, n) => (
                <th key={n} scope="col">
                  <NativeSelect
                    size="xs"
                    aria-label={t('columns.isWhat', { column: (columns.hasHead && head[n]) || n + 1 })}
                    value={cell ?? ''}
                    data={[
                      { value: '', label: t('columns.none') },
                      ...cells.map((value) => ({ value, label: t(`expenses:column.${value}`) })),
                    ]}
                    onChange={({ currentTarget: { value } }) =>
                      choose(n, cells.find((one) => one === value) ?? null)
                    }
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.slice(0, previewed).map((row, index) => (
              <tr key={table.numbers[index]} data-head={(columns.hasHead && index === 0) || undefined}>
                {columns.cells.map((_, n) => (
                  <td key={n}>{row[n]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={classes.line}>
        <Checkbox
          label={t('columns.hasHead')}
          checked={columns.hasHead}
          onChange={(event) => setColumns({ ...columns, hasHead: event.currentTarget.checked })}
        />
        <NativeSelect
          aria-label={t('columns.days')}
          value={columns.monthFirst ? 'month' : 'day'}
          data={(['day', 'month'] as const).map((value) => ({ value, label: t(`columns.${value}First`) }))}
          onChange={(event) => setColumns({ ...columns, monthFirst: event.currentTarget.value === 'month' })}
        />
      </div>
      {missing.length > 0 && (
        <p role="status" className={classes.wrong}>
          {t('columns.missing', { list: f.list(missing.map((cell) => t(`expenses:column.${cell}`))) })}
        </p>
      )}
      {count > mostRows && <p role="status">{t('columns.tooMany', { count: mostRows })}</p>}
      <div className={classes.actions}>
        <TextButton onClick={onBack}>{t('columns.back')}</TextButton>
        <Button disabled={missing.length > 0 || count === 0} onClick={() => onTake(columns)}>
          {t('columns.next', { count: Math.min(count, mostRows) })}
        </Button>
      </div>
    </div>
  )
}
