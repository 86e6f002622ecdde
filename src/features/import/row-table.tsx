import { type ReactNode, useRef } from 'react'
import { VirtualRows } from '../../ui/virtual-rows.tsx'
import classes from './import.module.css'

/** Room for a scroll bar below. */
const slack = 18

/** A table of an import's rows in a box that scrolls, as high as they are or as the window lets it be. */
export function RowTable({
  label,
  head,
  busy,
  rowHeight,
  ...rows
}: {
  label: string
  /** What the columns are headed with. */
  head: readonly { key: string | number; text: string }[]
  busy?: boolean
  count: number
  rowHeight: number
  row: (index: number) => ReactNode
  onLast?: (index: number) => void
}) {
  const box = useRef<HTMLDivElement>(null)
  return (
    <section
      ref={box}
      className={classes.grid}
      aria-label={label}
      style={{ height: (rows.count + 1) * rowHeight + slack }}
    >
      <table className={classes.table} aria-label={label} aria-rowcount={rows.count + 1} aria-busy={busy}>
        <thead>
          <tr aria-rowindex={1}>
            {head.map(({ key, text }) => (
              <th key={key} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <VirtualRows box={box} rowHeight={rowHeight} {...rows} />
      </table>
    </section>
  )
}
