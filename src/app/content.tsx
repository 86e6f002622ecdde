import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useCallback, useLayoutEffect, useRef } from 'react'
import { Navigate, Outlet, useLocation } from 'react-router'
import { RolesKnown, useMay } from '../components/may.ts'
import { rightToEnter } from '../components/rooms.ts'
import { useConnection } from '../data/connection.ts'
import { session } from '../data/workspace.ts'
import { loadMessages } from '../i18n/i18n.ts'
import { ArrivalContext } from '../ui/arrival.ts'
import { BesideTitle } from '../ui/beside-title.ts'
import { useWhenIdle } from '../ui/when-idle.ts'
import { forbidden } from './forbidden.tsx'
import classes from './frame.module.css'

/** Others there may be where the API is across a network. */
const Visitors = lazy(async () => {
  const [visitors] = await Promise.all([import('./visitors.tsx'), loadMessages(['visitors'])])
  return visitors
})
const visitors = (
  <Suspense>
    <Visitors />
  </Suspense>
)

/** What takes typing as soon as it is there keeps the focus: a form that begins with its first field. */
const fields = 'input, textarea, select'

/**
 * The screen itself. Going to another one moves the focus here at once, and on to its heading, which is read out, as
 * soon as the screen knows what it shows.
 */
export function Content() {
  const { pathname } = useLocation()
  const idle = useWhenIdle()
  const network = useConnection((state) => state.network)
  const main = useRef<HTMLElement>(null)
  const voice = useRef<HTMLDivElement>(null)
  const told = useRef(pathname)
  // Before the screen's own effects, which may already have something to tell.
  useLayoutEffect(() => {
    if (told.current !== pathname && !ownField(main.current) && !inPanelBeside(main.current))
      main.current?.focus({ preventScroll: true })
  }, [pathname])
  const arrived = useCallback(
    (heading: HTMLElement | null) => {
      if (told.current === pathname) return
      told.current = pathname
      // Whoever has gone on to something else meanwhile stays there.
      const waiting = document.activeElement === main.current || document.activeElement === document.body
      if (waiting) heading?.focus({ preventScroll: true })
      if (voice.current) voice.current.textContent = document.title
    },
    [pathname],
  )
  return (
    <>
      <main id="content" ref={main} tabIndex={-1} className={classes.main}>
        <ArrivalContext value={arrived}>
          <BesideTitle value={idle && network ? visitors : null}>
            <Suspense>
              <Room />
            </Suspense>
          </BesideTitle>
        </ArrivalContext>
      </main>
      <div ref={voice} role="status" className="visually-hidden" />
    </>
  )
}

const ownField = (main: HTMLElement | null): boolean => {
  const { activeElement } = document
  return Boolean(activeElement?.matches(fields) && main?.contains(activeElement))
}

/** A panel that leads from screen to screen keeps the focus: it reads out its own heading. */
const inPanelBeside = (main: HTMLElement | null): boolean => {
  const panel = document.activeElement?.closest('aside')
  return Boolean(panel && !main?.contains(panel))
}

/** The screen of the address, where the reader may enter. Whom nothing else is open to begins with the agreements. */
function Room() {
  const { pathname } = useLocation()
  const may = useMay()
  const { isPending } = useQuery(session.read())
  if (may(rightToEnter(pathname)))
    return (
      <RolesKnown value={!isPending}>
        <Outlet />
      </RolesKnown>
    )
  return pathname === '/' ? <Navigate to="/agreements" replace /> : forbidden
}
