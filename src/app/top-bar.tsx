import CalendarDays from 'lucide-react/icons/calendar-days'
import Plus from 'lucide-react/icons/plus'
import Search from 'lucide-react/icons/search'
import SunMoon from 'lucide-react/icons/sun-moon'
import UserRound from 'lucide-react/icons/user-round'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useScope } from '../components/scope.ts'
import { useFormat } from '../i18n/format.ts'
import { useWhenIdle } from '../ui/when-idle.ts'
import { BarButton } from './bar-button.tsx'
import { useFrameState } from './frame-state.ts'
import classes from './top-bar.module.css'

const ScopeControls = lazy(async () => ({ default: (await import('./controls.tsx')).ScopeControls }))
const AccountControls = lazy(async () => ({ default: (await import('./controls.tsx')).AccountControls }))

/**
 * Scope, day, search, "New" and account. Its menus need positioning code that the first paint doesn't: until the
 * browser is idle, or someone reaches for the bar, buttons of the same size stand in.
 */
export function TopBar() {
  const idle = useWhenIdle()
  const [wanted, setWanted] = useState(false)
  const ready = idle || wanted
  const want = () => setWanted(true)
  return (
    <header>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only notices that someone comes near */}
      <div
        className={classes.bar}
        role="presentation"
        onPointerEnter={want}
        onTouchStart={want}
        onFocus={want}
      >
        <div className={classes.scope}>
          {ready ? (
            <Suspense fallback={<ScopeStandIns />}>
              <ScopeControls />
            </Suspense>
          ) : (
            <ScopeStandIns />
          )}
        </div>
        <div className={classes.tools}>
          <SearchButton />
          {ready ? (
            <Suspense fallback={<AccountStandIns />}>
              <AccountControls />
            </Suspense>
          ) : (
            <AccountStandIns />
          )}
        </div>
      </div>
    </header>
  )
}

function SearchButton() {
  const { t } = useTranslation('app')
  const set = useFrameState((state) => state.set)
  const mac = navigator.platform.startsWith('Mac')
  return (
    <button
      type="button"
      className={classes.search}
      onClick={() => set({ palette: true })}
      aria-keyshortcuts="Control+K Meta+K"
      aria-haspopup="dialog"
    >
      <Search size={16} aria-hidden />
      <span>{t('search.button')}</span>
      <kbd aria-hidden>{mac ? '⌘K' : 'Ctrl K'}</kbd>
    </button>
  )
}

function ScopeStandIns() {
  const { t } = useTranslation('app')
  const scope = useScope()
  const f = useFormat()
  return (
    <>
      {(['alliance', 'cluster', 'market'] as const).map((key) => (
        <BarButton key={key} chevron on={Boolean(scope[key])}>
          {scope[key] ? t(`scope.${key}`) : t(`scope.allOf.${key}`)}
        </BarButton>
      ))}
      <BarButton data-day icon={<CalendarDays size={16} aria-hidden />} on={!scope.isToday}>
        {scope.isToday ? t('asOf.today') : t('asOf.on', { date: f.date(scope.day) })}
      </BarButton>
    </>
  )
}

function AccountStandIns() {
  const { t, i18n } = useTranslation('app')
  return (
    <>
      <button type="button" className={classes.create}>
        <Plus size={16} aria-hidden />
        {t('create.button')}
      </button>
      <BarButton chevron>{i18n.language.toUpperCase()}</BarButton>
      <BarButton compact icon={<SunMoon size={17} aria-hidden />}>
        {t('theme.label')}
      </BarButton>
      <BarButton compact icon={<UserRound size={17} aria-hidden />}>
        {t('account.actAs')}
      </BarButton>
    </>
  )
}
