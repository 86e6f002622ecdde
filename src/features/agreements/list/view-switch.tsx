import CalendarRange from 'lucide-react/icons/calendar-range'
import Columns3 from 'lucide-react/icons/columns-3'
import Table2 from 'lucide-react/icons/table-2'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import classes from './view-switch.module.css'

const views = [
  { name: 'table', icon: Table2 },
  { name: 'board', icon: Columns3 },
  { name: 'timeline', icon: CalendarRange },
] as const
export type View = (typeof views)[number]['name']

/** The view that the address names. */
export function useView(): View {
  const [params] = useSearchParams()
  return views.find(({ name }) => name === params.get('view'))?.name ?? 'table'
}

/** The views as links: each is an address of its own, with the same search and filters. */
export function ViewSwitch() {
  const { t } = useTranslation('agreements')
  const [params] = useSearchParams()
  const current = useView()
  const to = (view: View) => {
    const next = new URLSearchParams(params)
    if (view === 'table') next.delete('view')
    else next.set('view', view)
    return { search: next.toString() }
  }
  return (
    <nav aria-label={t('view.label')} className={classes.switch}>
      {views.map(({ name, icon: Icon }) => (
        <Link key={name} to={to(name)} aria-current={name === current ? 'page' : undefined}>
          <Icon size={15} aria-hidden />
          {t(`view.${name}`)}
        </Link>
      ))}
    </nav>
  )
}
