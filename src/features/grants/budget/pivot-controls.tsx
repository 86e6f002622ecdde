import { ActionIcon, Select } from '@mantine/core'
import ArrowLeftRight from 'lucide-react/icons/arrow-left-right'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import classes from './budget.module.css'
import { type Dimension, dimensions, type Pivot } from './matrix.ts'

const isDimension = (text: string | null): text is Dimension =>
  (dimensions as readonly unknown[]).includes(text)

/** By what the matrix is laid out, in the address (`?rows=cluster&cols=category`): categories by clusters at first. */
export function usePivot(): { pivot: Pivot; change: (pivot: Pivot) => void } {
  const [params, setParams] = useSearchParams()
  const [rows, columns] = [params.get('rows'), params.get('cols')]
  const chosen = isDimension(rows) ? rows : 'category'
  const other = chosen === 'cluster' ? 'category' : 'cluster'
  const pivot: Pivot = {
    rows: chosen,
    columns: columns === 'none' ? null : isDimension(columns) && columns !== chosen ? columns : other,
  }
  const change = (next: Pivot) =>
    setParams(
      (current) => {
        const changed = new URLSearchParams(current)
        changed.set('rows', next.rows)
        changed.set('cols', next.columns ?? 'none')
        return changed
      },
      { replace: true, preventScrollReset: true },
    )
  return { pivot, change }
}

/** The choice of rows and columns. */
export function PivotControls({ pivot, change }: ReturnType<typeof usePivot>) {
  const { t } = useTranslation('budget')
  const { rows, columns } = pivot
  const options = dimensions.map((value) => ({ value, label: t(`dimension.${value}`) }))
  return (
    <div className={classes.controls}>
      <Select
        size="xs"
        label={t('pivot.rows')}
        allowDeselect={false}
        data={options}
        value={rows}
        onChange={(next) =>
          isDimension(next) && change({ rows: next, columns: next === columns ? rows : columns })
        }
      />
      <ActionIcon
        size={30}
        variant="default"
        aria-label={t('pivot.swap')}
        disabled={columns === null}
        onClick={() => columns && change({ rows: columns, columns: rows })}
      >
        <ArrowLeftRight size={14} aria-hidden />
      </ActionIcon>
      <Select
        size="xs"
        label={t('pivot.columns')}
        allowDeselect={false}
        data={[...options.filter(({ value }) => value !== rows), { value: 'none', label: t('pivot.none') }]}
        value={columns ?? 'none'}
        onChange={(next) => change({ rows, columns: isDimension(next) ? next : null })}
      />
    </div>
  )
}
