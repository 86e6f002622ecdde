import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router'
import { workspace } from '../data/workspace.ts'
import { useWhenIdle } from '../ui/when-idle.ts'
import classes from './frame.module.css'
import { useFrameState } from './frame-state.ts'
import { GlobalDialog } from './global-dialog.tsx'
import { NoticeBar } from './notice-bar.tsx'
import { useShortcuts } from './shortcuts.ts'
import { BottomBar, SideNav } from './side-nav.tsx'
import { TopBar } from './top-bar.tsx'

const Overlays = lazy(() => import('./overlays.tsx'))

/** What stands around every screen. */
export function Frame() {
  const { t } = useTranslation('app')
  const name = useQuery(workspace.read()).data?.name
  const set = useFrameState((state) => state.set)
  const overlays = useFrameState((state) => state.palette || state.shortcuts || state.drawer)
  const idle = useWhenIdle()
  const busy = useNavigation().state === 'loading'
  useShortcuts()
  return (
    <div className={classes.frame}>
      <a href="#content" className={classes.skip}>
        {t('skipToContent')}
      </a>
      <div className={classes.side}>
        <SideNav workspaceName={name} />
      </div>
      <div className={classes.column}>
        <div className={classes.top}>
          <TopBar />
          <div className={classes.busy} data-busy={busy || undefined} />
        </div>
        <NoticeBar />
        <Content />
      </div>
      <div className={classes.bottom}>
        <BottomBar onMore={() => set({ drawer: true })} />
      </div>
      {(idle || overlays) && (
        <Suspense>
          <Overlays />
        </Suspense>
      )}
      <GlobalDialog />
      <ScrollRestoration getKey={({ pathname, key }) => (pathname.split('/').length > 2 ? key : pathname)} />
    </div>
  )
}

/** The screen itself. Going to another one moves the focus here and reads its title out. */
function Content() {
  const { pathname } = useLocation()
  const main = useRef<HTMLElement>(null)
  const voice = useRef<HTMLDivElement>(null)
  const before = useRef(pathname)
  useEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    main.current?.focus({ preventScroll: true })
    // The screen sets its title in an effect of its own, possibly after this one.
    const timer = setTimeout(() => {
      if (voice.current) voice.current.textContent = document.title
    }, 100)
    return () => clearTimeout(timer)
  }, [pathname])
  return (
    <>
      <main id="content" ref={main} tabIndex={-1} className={classes.main}>
        <Suspense>
          <Outlet />
        </Suspense>
      </main>
      <div ref={voice} role="status" className="visually-hidden" />
    </>
  )
}
