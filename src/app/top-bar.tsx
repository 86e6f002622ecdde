import Search from 'lucide-react/icons/search'
import { lazy, Suspense, use, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWhenIdle } from '../ui/when-idle.ts'
import { useFrameState } from './frame-state.ts'
import { AccountStandIns, type ControlName, type Early, Replay, ScopeStandIns } from './stand-ins.tsx'
import classes from './top-bar.module.css'

const ScopeControls = lazy(async () => ({ default: (await import('./controls.tsx')).ScopeControls }))
const AccountControls = lazy(async () => ({ default: (await import('./controls.tsx')).AccountControls }))
const scopeNames: readonly ControlName[] = ['alliance', 'cluster', 'market', 'day']
const accountNames: readonly ControlName[] = ['create', 'help', 'language', 'theme', 'account']

/**
 * Scope, day, search, "New" and account. Its menus need positioning code that the first paint doesn't: until the
 * browser is idle, or someone reaches for the bar, buttons of the same size stand in, and hand on what is done to them.
 */
export function TopBar() {
  const idle = useWhenIdle()
  const [wanted, setWanted] = useState(false)
  const ready = idle || wanted
  const want = () => setWanted(true)
  const early = useRef<Early>({ pressed: null, focused: null })
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
          <Suspense fallback={<ScopeStandIns early={early} />}>
            {ready ? <ScopeControls /> : <NotYet />}
            <Replay early={early} names={scopeNames} />
          </Suspense>
        </div>
        <div className={classes.tools}>
          <SearchButton />
          <Suspense fallback={<AccountStandIns early={early} />}>
            {ready ? <AccountControls /> : <NotYet />}
            <Replay early={early} names={accountNames} />
          </Suspense>
        </div>
      </div>
    </header>
  )
}

/** Keeps the stand-ins, the very same ones until the controls are there: a key pressed on one of them is not lost. */
const NotYet = () => use(never)
const never = new Promise<never>(() => {})

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
