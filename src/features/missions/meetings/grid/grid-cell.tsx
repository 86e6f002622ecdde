import Lock from 'lucide-react/icons/lock'
import { memo } from 'react'
import classes from './grid.module.css'

export interface CellProps {
  cell: string
  /** What a screen reader says of the cell. */
  label: string
  /** The cell that the tab key comes to. */
  active: boolean
  closed: boolean
  meeting?: string
  a?: string
  b?: string
  colour?: string | null
  locked?: boolean
  /** Nothing about it changes any more: it was held, or waited for. */
  recorded?: 'held' | 'no_show'
  /** It breaks a rule where it stands. */
  clash?: boolean
  /** Whether the participant that is looked for is in it; undefined where none is. */
  found?: boolean
  selected?: boolean
  draggable?: boolean
}

/** One table in one slot. Plain values only, so that it is drawn anew only when it changes. */
export const GridCell = memo(function GridCell(props: CellProps) {
  const { cell, label, active, closed, meeting, a, b, colour } = props
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid takes the focus
      role="gridcell"
      className={classes.cell}
      data-cell={cell}
      data-closed={closed || undefined}
      aria-label={label}
      aria-selected={props.selected || undefined}
      tabIndex={active ? 0 : -1}
    >
      {meeting && (
        <div
          className={classes.meeting}
          data-meeting={meeting}
          data-locked={props.locked || undefined}
          data-recorded={props.recorded}
          data-clash={props.clash || undefined}
          data-found={props.found}
          data-selected={props.selected || undefined}
          draggable={props.draggable}
          style={colour ? { borderInlineStartColor: colour } : undefined}
        >
          <div className={classes.pairOf}>
            {a} <br />
            <span>{b}</span>
          </div>
          {props.locked && <Lock className={classes.lock} size={11} aria-hidden />}
        </div>
      )}
    </td>
  )
})
