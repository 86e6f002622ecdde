import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isRouteErrorResponse, useLocation, useNavigate, useRouteError } from 'react-router'
import { useNoWriting } from '../components/may-write.ts'
import { ScopedLink } from '../components/scoped-link.tsx'
import { undoChange } from '../components/undo.ts'
import type { ChangeSet } from '../contract/history.ts'
import { whenBack } from '../data/connection.ts'
import { ApiProblem, ConnectionLost, saysGone } from '../data/failures.ts'
import { forgetFailures } from '../data/forget-failures.ts'
import { history } from '../data/history.ts'
import { useArrival } from '../ui/arrival.ts'
import classes from './error-pages.module.css'

type Kind = 'notFound' | 'gone' | 'problem' | 'lost' | 'crashed'

function kindOf(error: unknown): Kind {
  if (isRouteErrorResponse(error) && error.status === 404) return 'notFound'
  if (saysGone(error)) return 'gone'
  if (error instanceof ApiProblem) return 'problem'
  return error instanceof ConnectionLost ? 'lost' : 'crashed'
}

/** No route has this address. */
export function NotFoundPage() {
  return <ErrorPage kind="notFound" />
}

/** What a screen that failed shows instead: what happened, what was kept, what to do. */
export function RouteErrorPage() {
  const error = useRouteError()
  const navigate = useNavigate()
  const location = useLocation()
  const client = useQueryClient()
  const kind = kindOf(error)
  const retry = useCallback(() => {
    forgetFailures(client)
    // Going where one is draws the screen anew, which asks again.
    void navigate(location, { replace: true, preventScrollReset: true, state: location.state })
  }, [client, navigate, location])
  // It heals by itself when the API answers again, and for who goes elsewhere and comes back.
  useEffect(() => (kind === 'lost' ? whenBack(retry) : undefined), [kind, retry])
  // What is gone may come back: by doing again what was undone.
  useEffect(() => {
    if (kind !== 'gone') return
    return client.getMutationCache().subscribe(({ type, mutation }) => {
      if (type === 'updated' && mutation.state.status === 'success') retry()
    })
  }, [kind, client, retry])
  useEffect(() => () => forgetFailures(client), [client])
  return <ErrorPage kind={kind} error={error} onRetry={retry} />
}

function ErrorPage({ kind, error, onRetry }: { kind: Kind; error?: unknown; onRetry?: () => void }) {
  const { t } = useTranslation(['app', 'common'])
  const details = error instanceof Error ? `${error.name}: ${error.message}` : null
  const requestId = error instanceof ApiProblem ? error.problem.requestId : undefined
  const undone = useUndone(kind === 'gone')
  const title = t(undone ? 'error.undoneTitle' : `error.${kind}Title`)
  const heading = useArrival(title)
  return (
    <div className={classes.page} role="alert">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <p>{undone ? t('error.undone', { name: undone.title }) : t(`error.${kind}`)}</p>
      <div className={classes.ways}>
        {kind === 'crashed' && (
          <button type="button" onClick={() => location.reload()}>
            {t('error.reload')}
          </button>
        )}
        {undone && <DoAgain set={undone} />}
        {(kind === 'lost' || kind === 'problem') && onRetry && (
          <button type="button" onClick={onRetry}>
            {t('common:retry')}
          </button>
        )}
        <ScopedLink to="/">{t('error.toOverview')}</ScopedLink>
        {kind === 'gone' && !undone && <ScopedLink to="/bin">{t('error.toBin')}</ScopedLink>}
      </div>
      {details && kind !== 'gone' && (
        <details>
          <summary>{t('error.details')}</summary>
          <pre>{[details, requestId].filter(Boolean).join('\n')}</pre>
        </details>
      )}
    </div>
  )
}

/** The undoing that took away the record of this address, where that is how it went. */
function useUndone(enabled: boolean): ChangeSet | undefined {
  const recordId = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(useLocation().pathname)?.[0]
  const asked = history.page({ query: { recordId, limit: 1 } })
  const { data } = useQuery({ ...asked, enabled: enabled && recordId !== undefined })
  const last = data?.items[0]
  return last?.undoOf && last.recordId === recordId ? last : undefined
}

function DoAgain({ set }: { set: ChangeSet }) {
  const { t } = useTranslation('common')
  const client = useQueryClient()
  const noWriting = useNoWriting()
  const [busy, setBusy] = useState(false)
  if (noWriting || set.undoneBy) return null
  const again = () => {
    setBusy(true)
    void undoChange(client, set.id, true).finally(() => setBusy(false))
  }
  return (
    <button type="button" disabled={busy} onClick={again}>
      {t('redo')}
    </button>
  )
}
