import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { useConnection } from '../data/connection.ts'
import { useOutboxState } from '../data/outbox/state.ts'
import { useFormat } from '../i18n/format.ts'
import { loadMessages } from '../i18n/i18n.ts'
import { toast } from '../ui/toast.ts'
import classes from './notice-bar.module.css'
import { useReplaced } from './replaced.ts'

const Panel = lazy(async () => {
  const [{ OutboxPanel }] = await Promise.all([
    import('./outbox-panel.tsx'),
    loadMessages(['offline', 'history', 'problems']),
  ])
  return { default: OutboxPanel }
})

/** Says plainly how old what is shown is, and what of one's own has not reached the API yet. */
export function OfflineBar() {
  const { t } = useTranslation('app')
  const { lost, network } = useConnection()
  const { items, sending } = useOutboxState()
  useSaySent()
  const [open, setOpen] = useState(false)
  const failed = items.filter(({ state }) => state !== 'waiting').length
  const waiting = items.length - failed
  const show = (
    <button type="button" className={classes.action} onClick={() => setOpen(true)}>
      {t('offline.show')}
    </button>
  )
  return (
    <>
      <div aria-live="polite">
        {(lost || waiting > 0) && (
          <div className={classes.notice}>
            <p>
              {lost && <>{t(network ? 'offline.lost' : 'offline.silent')} </>}
              {lost && <LoadedAt />}
              {waiting > 0 && t(lost || !sending ? 'offline.waits' : 'offline.sending', { count: waiting })}
            </p>
            {waiting > 0 && failed === 0 && show}
          </div>
        )}
        {failed > 0 && (
          <div className={classes.notice} data-grave>
            <p>{t('offline.failed', { count: failed })}</p>
            {show}
          </div>
        )}
        <NewVersion />
      </div>
      {open && (
        <Suspense>
          <Panel onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}

/** Says so when the last of what waited has been sent. */
function useSaySent(): void {
  const { t } = useTranslation('app')
  const sent = useOutboxState((state) => (state.items.length === 0 ? state.sent : null))
  const said = useRef(0)
  useEffect(() => {
    if (sent === null || sent === said.current) return
    void toast({ message: t('offline.sent', { count: sent - said.current }) })
    said.current = sent
  }, [sent, t])
}

/** What every screen asks for and nobody looks at. */
const unseen = ['session', 'workspace', 'search']

/** When the oldest of what is on screen came. */
function LoadedAt() {
  const { t } = useTranslation('app')
  const f = useFormat()
  const cache = useQueryClient().getQueryCache()
  const oldest = useSyncExternalStore(
    (changed) => cache.subscribe(changed),
    () =>
      Math.min(
        ...cache
          .findAll({ type: 'active', predicate: ({ queryKey }) => !unseen.includes(String(queryKey[0])) })
          .filter(({ state }) => state.data !== undefined)
          .map(({ state }) => state.dataUpdatedAt),
      ),
  )
  // 1 stands for what was shipped with the app.
  if (!Number.isFinite(oldest) || oldest <= 1) return null
  const today = new Date(oldest).toDateString() === new Date().toDateString()
  const iso = new Date(oldest).toISOString()
  return <>{t('offline.loadedAt', { time: today ? f.clock(iso) : f.instant(iso) })} </>
}

function NewVersion() {
  const { t } = useTranslation('app')
  if (!useReplaced()) return null
  return (
    <div className={classes.notice} data-calm>
      <p>{t('offline.newVersion')}</p>
      <button type="button" className={classes.action} onClick={() => location.reload()}>
        {t('offline.reload')}
      </button>
    </div>
  )
}
