import CalendarDays from 'lucide-react/icons/calendar-days'
import CircleQuestionMark from 'lucide-react/icons/circle-question-mark'
import Plus from 'lucide-react/icons/plus'
import SunMoon from 'lucide-react/icons/sun-moon'
import UserRound from 'lucide-react/icons/user-round'
import { type RefObject, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useScope } from '../components/scope.ts'
import { BarButton } from './bar-button.tsx'
import classes from './top-bar.module.css'
import { useDayLabel } from './use-day-label.ts'

/** A control of the bar, by the `data-control` that it and what stands in for it both carry. */
export type ControlName =
  | 'alliance'
  | 'cluster'
  | 'market'
  | 'day'
  | 'create'
  | 'help'
  | 'language'
  | 'theme'
  | 'account'

/** What was pressed or had the focus before the controls were there. */
export interface Early {
  pressed: ControlName | null
  focused: ControlName | null
}

interface Props {
  early: RefObject<Early>
}

/** The mouse may still be down when the control takes its place, and then there is no click; keys have no mouse. */
function standsFor(name: ControlName, early: RefObject<Early>) {
  const press = () => {
    early.current.pressed = name
  }
  return {
    'data-control': name,
    'aria-haspopup': true,
    onMouseDown: press,
    onClick: press,
    onFocus: () => {
      early.current.focused = name
    },
  } as const
}

export function ScopeStandIns({ early }: Props) {
  const { t } = useTranslation('app')
  const scope = useScope()
  const day = useDayLabel()
  return (
    <>
      {(['alliance', 'cluster', 'market'] as const).map((key) => (
        <BarButton key={key} {...standsFor(key, early)} chevron on={Boolean(scope[key])}>
          {scope[key] ? t(`scope.${key}`) : t(`scope.allOf.${key}`)}
        </BarButton>
      ))}
      <BarButton
        {...standsFor('day', early)}
        data-day
        icon={<CalendarDays size={16} aria-hidden />}
        on={scope.isDayKnown && !scope.isToday}
      >
        {day}
      </BarButton>
    </>
  )
}

export function AccountStandIns({ early }: Props) {
  const { t, i18n } = useTranslation('app')
  return (
    <>
      <button type="button" className={classes.create} {...standsFor('create', early)}>
        <Plus size={16} aria-hidden />
        {t('create.button')}
      </button>
      <BarButton {...standsFor('help', early)} compact icon={<CircleQuestionMark size={17} aria-hidden />}>
        {t('help')}
      </BarButton>
      <BarButton {...standsFor('language', early)} chevron>
        {i18n.language.toUpperCase()}
      </BarButton>
      <BarButton {...standsFor('theme', early)} compact icon={<SunMoon size={17} aria-hidden />}>
        {t('theme.label')}
      </BarButton>
      <BarButton {...standsFor('account', early)} compact icon={<UserRound size={17} aria-hidden />}>
        {t('account.actAs')}
      </BarButton>
    </>
  )
}

/** Beside the controls of `names`: once they are there, does to them what was done to their stand-ins. */
export function Replay({ early, names }: Props & { names: readonly ControlName[] }) {
  useEffect(() => {
    const controlOf = (name: ControlName | null) =>
      name && names.includes(name) ? document.querySelector<HTMLElement>(`[data-control="${name}"]`) : null
    const { pressed, focused } = early.current
    // The focus went with the stand-in, unless someone has moved on since.
    if (document.activeElement === document.body) controlOf(focused)?.focus()
    const control = controlOf(pressed)
    if (!control) return
    early.current.pressed = null
    control.focus()
    control.click()
  }, [early, names])
  return null
}
