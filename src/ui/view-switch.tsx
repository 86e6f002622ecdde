import type { LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import classes from './view-switch.module.css'

export interface ViewOption<Name extends string> {
  name: Name
  label: string
  icon: LucideIcon
}

/** The view that the address names (`?view=board`); without one, the first. */
export function useView<Name extends string>(names: readonly [Name, ...Name[]]): Name {
  const [params] = useSearchParams()
  return names.find((name) => name === params.get('view')) ?? names[0]
}

/** The views of a list as links: each is an address of its own, with the same search and filters. */
export function ViewSwitch<Name extends string>({
  views,
  current,
}: {
  views: readonly ViewOption<Name>[]
  current: Name
}) {
  const { t } = useTranslation('ui')
  const [params] = useSearchParams()
  const to = (view: Name) => {
    const next = new URLSearchParams(params)
    if (view === views[0]?.name) next.delete('view')
    else next.set('view', view)
    return { search: next.toString() }
  }
  return (
    <nav aria-label={t('view.label')} className={classes.switch}>
      {views.map(({ name, label, icon: Icon }) => (
        <Link key={name} to={to(name)} aria-current={name === current ? 'page' : undefined}>
          <Icon size={15} aria-hidden />
          {label}
        </Link>
      ))}
    </nav>
  )
}
