import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, type RefObject, useEffect } from 'react'

/** The rows of a table, all of one height: only those in view of the box that scrolls are in the page. */
export function VirtualRows({
  box,
  count,
  rowHeight,
  row,
  onLast,
}: {
  box: RefObject<HTMLElement | null>
  count: number
  /** In pixels. */
  rowHeight: number
  /** A `tr` with a key of its own. */
  row: (index: number) => ReactNode
  /** Told the last row in the page, to fetch more behind it. */
  onLast?: (index: number) => void
}) {
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 10,
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  useEffect(() => onLast?.(last), [last, onLast])
  return (
    <tbody>
      <AbsentRows height={items[0]?.start ?? 0} />
      {items.map(({ index }) => row(index))}
      <AbsentRows height={virtual.getTotalSize() - (items.at(-1)?.end ?? 0)} />
    </tbody>
  )
}

/** Stands for the rows that are not in the page, so many pixels high. */
export function AbsentRows({ height }: { height: number }) {
  if (height <= 0) return null
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row without tabIndex takes no focus
    <tr aria-hidden="true">
      <td style={{ height, padding: 0, border: 0 }} />
    </tr>
  )
}
