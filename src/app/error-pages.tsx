import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { isRouteErrorResponse, useLocation, useNavigate, useRouteError } from 'react-router'
import { ScopedLink } from '../components/scoped-link.tsx'
import { whenBack } from '../data/connection.ts'
import { ApiProblem, ConnectionLost } from '../data/failures.ts'
import { forgetFailures } from '../data/forget-failures.ts'
import { useArrival } from '../ui/arrival.ts'
import classes from './error-pages.module.css'

type Kind = 'notFound' | 'gone' | 'problem' | 'lost' | 'crashed'

function kindOf(error: unknown): Kind {
  if (isRouteErrorResponse(error) && error.status === 404) return 'notFound'
  if (error instanceof ApiProblem) return error.code === 'not_found' ? 'gone' : 'problem'
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
  useEffect(() => () => forgetFailures(client), [client])
  return <ErrorPage kind={kind} error={error} onRetry={retry} />
}

function ErrorPage({ kind, error, onRetry }: { kind: Kind; error?: unknown; onRetry?: () => void }) {
  const { t } = useTranslation(['app', 'common'])
  const details = error instanceof Error ? `${error.name}: ${error.message}` : null
  const requestId = error instanceof ApiProblem ? error.problem.requestId : undefined
  const title = t(`error.${kind}Title`)
  const heading = useArrival(title)
  return (
    <div className={classes.page} role="alert">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <p>{t(`error.${kind}`)}</p>
      <div className={classes.ways}>
        {kind === 'crashed' && (
          <button type="button" onClick={() => location.reload()}>
            {t('error.reload')}
          </button>
        )}
        {(kind === 'lost' || kind === 'problem') && onRetry && (
          <button type="button" onClick={onRetry}>
            {t('common:retry')}
          </button>
        )}
        <ScopedLink to="/">{t('error.toOverview')}</ScopedLink>
        {kind === 'gone' && <ScopedLink to="/bin">{t('error.toBin')}</ScopedLink>}
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
