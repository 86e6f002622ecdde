import { Drawer } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { loadMessages } from '../i18n/i18n.ts'
import { mostToasts } from '../ui/toast.ts'
import toasts from '../ui/toasts-place.module.css'
import { useFrameState } from './frame-state.ts'
import classes from './overlays.module.css'
import { ShortcutsDialog } from './shortcuts-dialog.tsx'
import { NavList } from './side-nav.tsx'

/** With its words: it is loaded as soon as the browser is idle, and there when the connection is not. */
const Palette = lazy(async () => {
  const [{ Palette: loaded }] = await Promise.all([
    import('./palette/palette.tsx'),
    loadMessages(['palette']),
  ])
  return { default: loaded }
})

/** What lies over the screen: the palette, the phone's drawer, the map of keys, toasts. */
export default function Overlays() {
  const { t } = useTranslation('app')
  const { palette, drawer, shortcuts, set } = useFrameState()
  return (
    <>
      <Suspense>
        <Palette opened={palette} onClose={() => set({ palette: false })} />
      </Suspense>
      {shortcuts && <ShortcutsDialog onClose={() => set({ shortcuts: false })} />}
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
