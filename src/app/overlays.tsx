import { Drawer } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { type ComponentType, lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useVisit } from '../components/visit-state.ts'
import { loadMessages } from '../i18n/i18n.ts'
import { mostToasts } from '../ui/toast.ts'
import toasts from '../ui/toasts-place.module.css'
import { useFrameState } from './frame-state.ts'
import classes from './overlays.module.css'
import { NavList } from './side-nav.tsx'

// Each brings its words with it.
const withHelp = <P extends object>(load: () => Promise<{ default: ComponentType<P> }>) =>
  lazy(async () => {
    const [module] = await Promise.all([load(), loadMessages(['help'])])
    return module
  })
const ShortcutsDialog = withHelp(() => import('./shortcuts-dialog.tsx'))
const HelpPanel = withHelp(() => import('./help/panel.tsx'))
const Visit = withHelp(() => import('./visit/visit.tsx'))

/** With its words: it is loaded as soon as the browser is idle, and there when the connection is not. */
const Palette = lazy(async () => {
  const [{ Palette: loaded }] = await Promise.all([
    import('./palette/palette.tsx'),
    loadMessages(['palette']),
  ])
  return { default: loaded }
})

/** What lies over the screen: the palette, the phone's drawer, the map of keys, help, the guided visit, toasts. */
export default function Overlays() {
  const { t } = useTranslation('app')
  const { palette, drawer, shortcuts, help, set } = useFrameState()
  const visiting = useVisit((state) => state.at !== null)
  return (
    <>
      <Suspense>
        <Palette opened={palette} onClose={() => set({ palette: false })} />
      </Suspense>
      <Suspense>
        {shortcuts && <ShortcutsDialog onClose={() => set({ shortcuts: false })} />}
        {help && <HelpPanel />}
        {visiting && <Visit />}
      </Suspense>
      <Drawer.Root opened={drawer} onClose={() => set({ drawer: false })} size={280} position="right">
        <Drawer.Overlay backgroundOpacity={0.35} />
        <Drawer.Content aria-label={t('menu')}>
          <Drawer.Body className={classes.drawer}>
            <Drawer.CloseButton aria-label={t('closeMenu')} />
            <nav aria-label={t('mainNavigation')}>
              <NavList onGo={() => set({ drawer: false })} />
            </nav>
          </Drawer.Body>
        </Drawer.Content>
      </Drawer.Root>
      <Notifications
        position="bottom-center"
        limit={mostToasts}
        containerWidth={460}
        autoClose={9000}
        classNames={toasts}
      />
    </>
  )
}
