import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { addDays, type CivilDate, type PartialDate } from '../../../domain/partial-date.ts'
import { useDialogAddress } from '../../../ui/dialog-address.ts'
import { inMonth, shifted, weekdayOf } from './month.ts'
import { usePeriod } from './use-period.ts'

/**
 * The keys of a month: arrows by day and week, Home and End in the week, Page Up and Down by month, T for the as-of day.
 * Enter goes to the day's first mission, or begins one on a day that has none; Esc comes back to the day.
 */
export function useDayKeys(month: PartialDate) {
  const { day: asOf, show } = usePeriod()
  const { open } = useDialogAddress('new-mission')
  const box = useRef<HTMLTableElement>(null)
  const [at, setActive] = useState<CivilDate>(asOf)
  const active = at.startsWith(month) ? at : asOf.startsWith(month) ? asOf : `${month}-01`
  /** The day that the focus goes to as soon as it is there: another month comes with the address. */
  const wanted = useRef<CivilDate | null>(null)
  useEffect(() => {
    if (wanted.current !== active) return
    wanted.current = null
    box.current?.querySelector<HTMLElement>(`[data-day="${active}"]`)?.focus()
  }, [active])
  const go = (day: CivilDate) => {
    wanted.current = day
    setActive(day)
    if (!day.startsWith(month)) show(day.slice(0, 7))
  }
  const steps: Record<string, (day: CivilDate) => CivilDate> = {
    ArrowRight: (day) => addDays(day, 1),
    ArrowLeft: (day) => addDays(day, -1),
    ArrowDown: (day) => addDays(day, 7),
    ArrowUp: (day) => addDays(day, -7),
    Home: (day) => addDays(day, -weekdayOf(day)),
    End: (day) => addDays(day, 6 - weekdayOf(day)),
    PageUp: (day) => inMonth(shifted(month, -1), day),
    PageDown: (day) => inMonth(shifted(month, 1), day),
    t: () => asOf,
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement
    const cell = target.closest<HTMLElement>('[data-day]')
    if (!cell || event.ctrlKey || event.metaKey || event.altKey) return
    const day = cell.dataset.day ?? active
    const step = steps[event.key]
    if (step) go(step(day))
    else if (event.key === 'Escape' && target !== cell) cell.focus()
    else if (event.key === 'Enter' && target === cell) {
      const first = cell.querySelector<HTMLElement>('a')
      if (first) first.focus()
      else open({ starts: day })
    } else return
    event.preventDefault()
  }
  return { box, active, asOf, setActive, onKeyDown }
}
