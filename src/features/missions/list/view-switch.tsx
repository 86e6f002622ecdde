import CalendarDays from 'lucide-react/icons/calendar-days'
import Columns3 from 'lucide-react/icons/columns-3'
import Globe from 'lucide-react/icons/globe'
import Table2 from 'lucide-react/icons/table-2'
import { useTranslation } from 'react-i18next'
import { useView as useViewOf, ViewSwitch as Views } from '../../../ui/view-switch.tsx'

const names = ['table', 'board', 'calendar', 'map'] as const
const icons = { table: Table2, board: Columns3, calendar: CalendarDays, map: Globe }

/** The view that the address names. */
export const useView = () => useViewOf(names)

/** Table, board, calendar and map as links. */
export function ViewSwitch() {
  const { t } = useTranslation('missions')
  const current = useView()
  return (
    <Views
      current={current}
      views={names.map((name) => ({ name, label: t(`view.${name}`), icon: icons[name] }))}
    />
  )
}
