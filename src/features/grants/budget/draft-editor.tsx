import { Button } from '@mantine/core'
import { type ClipboardEvent, type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormErrors } from '../../../components/form-errors.tsx'
import { useNoWriting } from '../../../components/may-write.ts'
import { useWrite } from '../../../components/use-write.ts'
import type { Budget } from '../../../contract/budget.ts'
import type { Grant } from '../../../contract/grants.ts'
import { budget as data } from '../../../data/grants.ts'
import { useFormat } from '../../../i18n/format.ts'
import { ActionButton } from '../../../ui/action-button.tsx'
import { toast } from '../../../ui/toast.ts'
import { useDraft } from '../../../ui/use-draft.ts'
import { isTable, readTable } from '../expenses/sheet/paste.ts'
import { categoryKeys } from '../words.ts'
import { AddKey } from './add-key.tsx'
import { AmountCell } from './amount-cell.tsx'
import classes from './budget.module.css'
import { draftKey } from './draft-key.ts'
import {
  type Dimension,
  type Key,
  keysOf,
  linesAt,
  linesOf,
  type MatrixLine,
  minorOf,
  sumOf,
  toLines,
  withAmount,
  withBlock,
} from './matrix.ts'
import { moveFocus } from './move-focus.ts'
import { PivotControls, usePivot } from './pivot-controls.tsx'
import type { Version } from './tab.tsx'
import { useDimensionOptions, useKeyName } from './use-dimensions.ts'

interface Props {
  grant: Grant
  budget: Budget
  version: Version
}

interface Draft {
  lines: MatrixLine[]
  /** The grant's version that the typing began from. */
  over: number
}

/** A draft version as a matrix of fields, kept in this browser until it is saved. */
export function DraftEditor({ grant, budget, version }: Props) {
  const { t } = useTranslation('budget')
  const f = useFormat()
  const { currency } = budget
  const controls = usePivot()
  const { pivot } = controls
  const initial = useMemo<Draft>(
    () => ({ lines: linesOf(budget, version.id), over: budget.version }),
    [budget, version.id],
  )
  const draft = useDraft<Draft>(draftKey(version.id), initial)
  const { lines } = draft.values
  const options = useDimensionOptions(grant)
  const name = useKeyName(grant, budget, options)
  const [added, setAdded] = useState<Partial<Record<Dimension, Key[]>>>({})
  const table = useRef<HTMLTableElement>(null)
  const otherwise = { category: categoryKeys(grant.rules)[0] ?? 'other' }
  const keys = (dimension: Dimension) => {
    const given = dimension === 'category' ? options.category.map(({ key }) => key) : []
    const all = keysOf(lines, dimension, [...given, ...(added[dimension] ?? [])])
    return dimension === 'category' || all.includes(null) ? all : [...all, null]
  }
  const rows = keys(pivot.rows)
  const columns: Key[] = pivot.columns ? keys(pivot.columns) : [null]
  const put = (row: Key, column: Key, amount: string) =>
    draft.set(({ lines: current }) => ({
      lines: withAmount(current, pivot, { row, column, amount }, otherwise),
    }))
  const paste = (event: ClipboardEvent, row: number, column: number) => {
    const text = event.clipboardData.getData('text/plain')
    if (!isTable(text)) return
    event.preventDefault()
    const block = withBlock(lines, pivot, readTable(text), { row, column }, { rows, columns }, otherwise)
    draft.set({ lines: block.lines })
    void toast({ message: t('pivot.pasted', { count: block.count }) })
  }
  const onKeyDown = (event: KeyboardEvent) => moveFocus(event, table.current)
  const add = (dimension: Dimension, key: string) =>
    setAdded((current) => ({ ...current, [dimension]: [...(current[dimension] ?? []), key] }))
  const money = (some: readonly MatrixLine[]) => f.money({ minor: sumOf(some, currency), currency })
  return (
    <div>
      <PivotControls {...controls} />
      <p className={classes.hint}>{t('pivot.hint')}</p>
      <div className={classes.scroll}>
        <table
          ref={table}
          className={classes.matrix}
          onKeyDown={onKeyDown}
          aria-label={t('version.draftBadge')}
        >
          <thead>
            <tr>
              <th scope="col">{t(`dimension.${pivot.rows}`)}</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {pivot.columns ? name(pivot.columns, column) : t('pivot.amount')}
                </th>
              ))}
              <th scope="col">{t('pivot.sum')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, down) => (
              <tr key={row}>
                <th scope="row">{name(pivot.rows, row)}</th>
                {columns.map((column, right) => (
                  <td key={column}>
                    <AmountCell
                      lines={linesAt(lines, pivot, row, column)}
                      currency={currency}
                      place={`${down}-${right}`}
                      label={t('pivot.cell', {
                        row: name(pivot.rows, row),
                        column: pivot.columns ? name(pivot.columns, column) : t('pivot.amount'),
                      })}
                      onChange={(amount) => put(row, column, amount)}
                      onPaste={(event) => paste(event, down, right)}
                    />
                  </td>
                ))}
                <td className={classes.sum}>
                  {money(linesAt(lines, { ...pivot, columns: null }, row, null))}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('pivot.sum')}</th>
              {columns.map((column) => (
                <td key={column}>{money(rows.flatMap((row) => linesAt(lines, pivot, row, column)))}</td>
              ))}
              <td className={classes.sum}>{money(lines)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
      <div className={classes.controls}>
        <AddKey
          label={t('pivot.addRow')}
          dimension={pivot.rows}
          options={options[pivot.rows]}
          present={rows}
          onAdd={add}
        />
        {pivot.columns && (
          <AddKey
            label={t('pivot.addColumn')}
            dimension={pivot.columns}
            options={options[pivot.columns]}
            present={columns}
            onAdd={add}
          />
        )}
      </div>
      <Save grant={grant} budget={budget} version={version} draft={draft} />
    </div>
  )
}

function Save({ grant, budget, version, draft }: Props & { draft: ReturnType<typeof useDraft<Draft>> }) {
  const { t } = useTranslation('budget')
  const noWriting = useNoWriting()
  const { lines, over } = draft.values
  const { currency } = budget
  const store = useWrite(data.store, { message: () => t('pivot.saved'), onDone: draft.clear })
  const wrong = lines.filter(({ amount }) => minorOf(amount, currency) === null).length
  if (!draft.isDirty) return null
  const save = () => {
    const wanted = toLines(lines, currency)
    if (wanted)
      store.mutate({
        params: { id: grant.id, versionId: version.id },
        body: { lines: wanted },
        version: over,
      })
  }
  return (
    <div className={classes.save}>
      <FormErrors error={store.error} />
      <span role="status">{wrong > 0 ? t('pivot.wrong', { count: wrong }) : t('pivot.unsaved')}</span>
      <ActionButton
        reason={noWriting ?? (wrong > 0 ? t('pivot.wrong', { count: wrong }) : null)}
        loading={store.isPending}
        onClick={save}
      >
        {t('pivot.save')}
      </ActionButton>
      <Button variant="subtle" color="gray" onClick={draft.clear}>
        {t('pivot.revert')}
      </Button>
    </div>
  )
}
