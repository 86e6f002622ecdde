import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, type RefObject, useEffect, useState } from 'react'

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
  // The box is around these rows: at their first layout it is not there yet, and nothing would tell them that it has come.
  const [scrolls, setScrolls] = useState<HTMLElement | null>(null)
  useEffect(() => setScrolls(box.current), [box])
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scrolls,
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
