import { ActionIcon, Button } from '@mantine/core'
import X from 'lucide-react/icons/x'
import { type ClipboardEvent, type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblem } from '../../../../components/problem-sentence.ts'
import { ApiProblem } from '../../../../data/failures.ts'
import { isCivilDate } from '../../../../domain/partial-date.ts'
import { useFormat } from '../../../../i18n/format.ts'
import { useTextAsValue } from '../../../../ui/text-as-value.ts'
import type { Known } from '../use-known.ts'
import { Converted } from './converted.tsx'
import { type Cell, cellAt, cells, type Entry, enteredStates, type Wrong, type Wrongs } from './entry.ts'
import { LinkField } from './link-field.tsx'
import classes from './sheet.module.css'
import { readDay } from './short-day.ts'
import type { Suppliers } from './use-suppliers.ts'

interface Props {
  entry: Entry
  grantId: string
  currency: string
  known: Known
  suppliers: Suppliers
  /** What the row is called: "New expense 2". */
  name: string
  /** What can't be taken; null while nothing has been said of it yet. */
  wrongs: Wrongs | null
  error: unknown
  busy: boolean
  /** The word of the button that takes the row. */
  action: string
  onSet: (patch: Partial<Entry>) => void
  onEnter: () => void
  onLeave: () => void
  onRepeat: () => void
  /** The row before, whose cells can be taken over. */
  above?: Entry | null
  /** True where what was pasted was rows, and has been taken. */
  onPaste?: (text: string, at: Cell) => boolean
}

/** A row of the sheet: every cell a field, Tab goes on, Enter takes the row. */
export function EntryRow(props: Props) {
  const { entry, name, currency, grantId, known, busy, action, above } = props
  const { onEnter, onLeave, onRepeat, onPaste } = props
  const { t } = useTranslation('expenses')
  const f = useFormat()
  const problem = useProblem(props.error)
  const complaint = useComplaints(props)
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    // Taken already by an open list of choices.
    if (event.defaultPrevented) return
    const on = event.target as HTMLElement
    if (event.key === 'Enter' && on.tagName !== 'BUTTON' && !event.nativeEvent.isComposing) onEnter()
    else if (event.key === 'Escape') onLeave()
    else if (event.key.toLowerCase() === 'd' && (event.ctrlKey || event.metaKey)) onRepeat()
    // As in spreadsheets: what stands in the cell above.
    else if (event.key === "'" && (event.ctrlKey || event.metaKey) && isCell(on.dataset.cell) && above)
      props.onSet({ [on.dataset.cell]: above[on.dataset.cell] })
    else return
    event.preventDefault()
  }
  const onPasteInto = (event: ClipboardEvent) => {
    const at = (event.target as HTMLElement).dataset.cell as Cell | undefined
    if (at && onPaste?.(event.clipboardData.getData('text/plain'), at)) event.preventDefault()
  }
  const others = props.error && !isAboutCells(props.error) ? problem.sentence : null
  return (
    <>
      <tr
        className={classes.row}
        data-entry={entry.id}
        aria-label={name}
        aria-busy={busy || undefined}
        inert={busy}
        onKeyDown={onKeyDown}
        onPaste={onPasteInto}
      >
        {cells.slice(0, 7).map((cell) => (
          <td key={cell} className={classes.cell}>
            <Field {...props} cell={cell} complaint={complaint(cell)} />
          </td>
        ))}
        <td className={classes.cell} data-align="end">
          <Converted grantId={grantId} currency={currency} entry={entry} />
        </td>
        {cells.slice(7).map((cell) => (
          <td key={cell} className={classes.cell}>
            <Field {...props} cell={cell} complaint={complaint(cell)} />
          </td>
        ))}
        {known.links?.map((cell) => (
          <td key={cell} className={classes.cell}>
            <LinkField {...props} cell={cell} error={props.error} />
          </td>
        ))}
        <td className={classes.cell} colSpan={2}>
          <span className={classes.actions}>
            <Button
              size="compact-sm"
              loading={busy}
              aria-label={`${action}${f.colon}${name}`}
              onClick={onEnter}
            >
              {action}
            </Button>
            <ActionIcon size={28} aria-label={t('grid.dropNamed', { name })} onClick={onLeave}>
              <X size={14} aria-hidden />
            </ActionIcon>
          </span>
        </td>
      </tr>
      {others && (
        <tr className={classes.problem}>
          <td colSpan={12 + (known.links?.length ?? 0)} role="alert">
            {others}
          </td>
        </tr>
      )}
    </>
  )
}

const isCell = (text: string | undefined): text is Cell => cells.some((cell) => cell === text)

const isAboutCells = (error: unknown) =>
  error instanceof ApiProblem && (error.problem.errors?.length ?? 0) > 0

/** What is wrong with each cell: as it was found here, or as the API says. */
function useComplaints({ wrongs, error, entry }: Props): (cell: Cell) => string | undefined {
  const problem = useProblem(error)
  const words = useWrongWords()
  const errors = error instanceof ApiProblem ? (error.problem.errors ?? []) : []
  return (cell) => {
    const wrong = wrongs?.[cell]
    if (wrong) return words(wrong, entry)
    const found = errors.find((one) => cellAt(one) === cell)
    return found && problem.field(found.path)
  }
}

/** What is wrong with a cell, in a sentence. */
export function useWrongWords() {
  const { t } = useTranslation('expenses')
  return (wrong: Wrong, { currency }: Pick<Entry, 'currency'>): string =>
    wrong.code === 'amount' ? t(`wrong.amount.${wrong.why}`, { currency }) : t(`wrong.${wrong.code}`)
}

/** One cell of a row to type into, with what is wrong with it. */
export function Field({
  entry,
  name,
  known,
  suppliers,
  cell,
  complaint,
  onSet,
}: Pick<Props, 'entry' | 'name' | 'known' | 'suppliers' | 'onSet'> & {
  cell: Cell
  complaint: string | undefined
}) {
  const { t } = useTranslation('expenses')
  const id = `${entry.id}-${cell}`
  const shared = {
    'data-cell': cell,
    'aria-label': `${t(`column.${cell}`)}, ${name}`,
    'aria-invalid': complaint ? true : undefined,
    'aria-describedby': complaint ? `${id}-wrong` : undefined,
    className: classes.field,
  } as const
  const choice = (options: { id: string; name: string }[]) => (
    <Choice
      {...shared}
      value={entry[cell]}
      options={options}
      optional={cell !== 'state'}
      onChange={(value) => onSet({ [cell]: value })}
    />
  )
  return (
    <>
      {cell === 'state' && choice(enteredStates.map((state) => ({ id: state, name: t(`state.${state}`) })))}
      {cell === 'line' && choice(known.lines)}
      {cell === 'payer' && choice(known.payers)}
      {cell === 'day' && <Day {...shared} value={entry.day} onChange={(day) => onSet({ day })} />}
      {cell !== 'state' && cell !== 'line' && cell !== 'payer' && cell !== 'day' && (
        <input
          {...shared}
          data-align={cell === 'amount' ? 'end' : undefined}
          inputMode={cell === 'amount' ? 'decimal' : undefined}
          autoComplete="off"
          list={cell === 'supplier' ? `${id}-names` : undefined}
          maxLength={cell === 'currency' ? 3 : cell === 'title' ? 500 : 200}
          value={entry[cell]}
          onFocus={(event) => event.currentTarget.select()}
          onChange={({ currentTarget: { value } }) => {
            if (cell === 'supplier') suppliers.onType(value)
            onSet({ [cell]: cell === 'currency' ? value.toUpperCase() : value })
          }}
        />
      )}
      {cell === 'supplier' && (
        <datalist id={`${id}-names`}>
          {suppliers.names.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
      {complaint && (
        <span id={`${id}-wrong`} className={classes.wrong}>
          {complaint}
        </span>
      )}
    </>
  )
}

interface InputProps {
  'data-cell': Cell
  'aria-label': string
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
  className: string | undefined
}

/** A choice from a short list. What was pasted and is not in it stays to be seen. */
function Choice({
  value,
  options,
  optional,
  onChange,
  ...rest
}: InputProps & {
  value: string
  options: { id: string; name: string }[]
  optional: boolean
  onChange: (value: string) => void
}) {
  const isKnown = value === '' || options.some(({ id }) => id === value)
  return (
    <select {...rest} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      {(optional || value === '') && <option value="" />}
      {!isKnown && <option value={value}>{value}</option>}
      {options.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  )
}

/** A day as people write it; once the field is left, as the reader's language writes it. */
function Day({ value, onChange, ...rest }: InputProps & { value: string; onChange: (day: string) => void }) {
  const f = useFormat()
  // What is left out is as it was before one began to type.
  const like = useRef(value)
  const field = useTextAsValue({
    value: value || null,
    onChange: (day) => onChange(day ?? ''),
    parse: (text) => readDay(text, like.current),
    write: f.date,
  })
  return (
    <input
      {...rest}
      autoComplete="off"
      maxLength={40}
      value={field.text}
      onFocus={(event) => {
        if (isCivilDate(value)) like.current = value
        field.onFocus()
        event.currentTarget.select()
      }}
      onBlur={field.onBlur}
      onChange={(event) => field.onType(event.currentTarget.value)}
    />
  )
}
