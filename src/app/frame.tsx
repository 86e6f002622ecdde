import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { ScrollRestoration, useNavigation } from 'react-router'
import { useSignInNeeded } from '../data/sign-in-needed.ts'
import { workspace } from '../data/workspace.ts'
import { useWhenIdle } from '../ui/when-idle.ts'
import { Content } from './content.tsx'
import classes from './frame.module.css'
import { useFrameState } from './frame-state.ts'
import { GlobalDialog } from './global-dialog.tsx'
import { NoticeBar } from './notice-bar.tsx'
import { OfflineBar } from './offline-bar.tsx'
import { useShortcuts } from './shortcuts.ts'
import { BottomBar, SideNav } from './side-nav.tsx'
import { TopBar } from './top-bar.tsx'

const Overlays = lazy(() => import('./overlays.tsx'))
const SignInAgain = lazy(() => import('../features/sign-in/again.tsx'))

/** What stands around every screen. */
export function Frame() {
  const { t } = useTranslation('app')
  const name = useQuery(workspace.read()).data?.name
  const set = useFrameState((state) => state.set)
  const overlays = useFrameState((state) => state.palette || state.shortcuts || state.help || state.drawer)
  const idle = useWhenIdle()
  const busy = useNavigation().state === 'loading'
  const signIn = useSignInNeeded((state) => state.needed)
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
        <OfflineBar />
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
      {signIn && (
        <Suspense>
          <SignInAgain />
        </Suspense>
      )}
      <ScrollRestoration getKey={({ pathname, key }) => (pathname.split('/').length > 2 ? key : pathname)} />
    </div>
  )
}
