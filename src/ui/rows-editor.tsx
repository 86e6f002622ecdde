import { Button, CloseButton } from '@mantine/core'
import Plus from 'lucide-react/icons/plus'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './rows-editor.module.css'

interface Props<Row> {
  /** What the rows are: "Other names". */
  label: string
  rows: readonly Row[]
  onChange: (rows: Row[]) => void
  blank: () => Row
  addLabel: string
  /** What a row is called by the button that takes it away; empty while it has no name yet. */
  rowName: (row: Row) => string
  /** The fields of one row. */
  children: (row: Row, patch: (change: Partial<Row>) => void, index: number) => ReactNode
  /** What is wrong with the list as a whole. */
  error?: ReactNode
}

/** A list edited in a form: each row a group of fields, with rows added at the end and taken away one by one. */
export function RowsEditor<Row>({
  label,
  rows,
  onChange,
  blank,
  addLabel,
  rowName,
  children,
  error,
}: Props<Row>) {
  const { t } = useTranslation('common')
  const list = useRef<HTMLUListElement>(null)
  const add = useRef<HTMLButtonElement>(null)
  const added = useRef(false)
  useEffect(() => {
    if (!added.current) return
    added.current = false
    list.current?.querySelector<HTMLElement>(':scope > li:last-child :is(input, textarea, select)')?.focus()
  })
  const remove = (index: number) => {
    onChange(rows.filter((_, other) => other !== index))
    add.current?.focus()
  }
  return (
    <fieldset className={classes.group}>
      <legend className="visually-hidden">{label}</legend>
      {rows.length > 0 && (
        <ul ref={list} className={classes.rows}>
          {rows.map((row, index) => (
            <li key={index} className={classes.row}>
              <div className={classes.fields}>
                {children(
                  row,
                  (change) =>
                    onChange(rows.map((other, at) => (at === index ? { ...other, ...change } : other))),
                  index,
                )}
              </div>
              <CloseButton
                className={classes.remove}
                aria-label={t('removeNamed', { name: rowName(row) || String(index + 1) })}
                onClick={() => remove(index)}
              />
            </li>
          ))}
        </ul>
      )}
      {error && (
        <p className={classes.error} role="alert">
          {error}
        </p>
      )}
      <Button
        ref={add}
        variant="default"
        size="xs"
        leftSection={<Plus size={14} aria-hidden />}
        onClick={() => {
          added.current = true
          onChange([...rows, blank()])
        }}
      >
        {addLabel}
      </Button>
    </fieldset>
  )
}
