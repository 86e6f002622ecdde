import { useSearchParams } from 'react-router'
import { useScope } from '../../../components/scope.ts'
import { isPartialDate, type PartialDate } from '../../../domain/partial-date.ts'

/** The month or year that the calendar shows (`?at=2008-10`, `?at=2008`); without one, the month of the as-of day. */
export function usePeriod() {
  const [params, setParams] = useSearchParams()
  const { day } = useScope()
  const at = params.get('at')
  const known = at !== null && at.length < 10 && isPartialDate(at)
  const period: PartialDate = known ? at : day.slice(0, 7)
  const search = (next: PartialDate) => {
    const copy = new URLSearchParams(params)
    copy.set('at', next)
    return `?${copy}`
  }
  const show = (next: PartialDate) =>
    setParams(new URLSearchParams(search(next)), { replace: true, preventScrollReset: true })
  return { period, day, show, search }
}
