import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useCallback, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { isRouteErrorResponse, useLocation, useNavigate, useRouteError } from 'react-router'
import { ScopedLink } from '../components/scoped-link.tsx'
import { whenBack } from '../data/connection.ts'
import { ApiProblem, ConnectionLost, saysGone } from '../data/failures.ts'
import { forgetFailures } from '../data/forget-failures.ts'
import { forbidden } from './forbidden.tsx'
import { StandIn } from './stand-in.tsx'

type Kind = 'notFound' | 'gone' | 'forbidden' | 'problem' | 'lost' | 'crashed'

function kindOf(error: unknown): Kind {
  if (isRouteErrorResponse(error) && error.status === 404) return 'notFound'
  if (saysGone(error)) return 'gone'
  if (error instanceof ApiProblem)
    return error.code === 'right_missing' || error.code === 'other_holder' ? 'forbidden' : 'problem'
  return error instanceof ConnectionLost ? 'lost' : 'crashed'
}

/** Apart, as it asks the history; few ever see it. */
const GonePage = lazy(async () => ({ default: (await import('./gone-page.tsx')).GonePage }))

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
  // Signing in is asked for over it.
  if (error instanceof ApiProblem && error.code === 'not_signed_in') return null
  if (kind === 'forbidden') return forbidden
  if (kind === 'gone')
    return (
      <Suspense>
        <GonePage />
      </Suspense>
    )
  return <ErrorPage kind={kind} error={error} onRetry={retry} />
}

function ErrorPage({
  kind,
  error,
  onRetry,
}: {
  kind: Exclude<Kind, 'gone' | 'forbidden'>
  error?: unknown
  onRetry?: () => void
}) {
  const { t } = useTranslation(['app', 'common'])
  const details = error instanceof Error ? `${error.name}: ${error.message}` : null
  const requestId = error instanceof ApiProblem ? error.problem.requestId : undefined
  return (
    <StandIn
      title={t(`error.${kind}Title`)}
      text={t(`error.${kind}`)}
      ways={
        <>
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
        </>
      }
    >
      {details && (
        <details>
          <summary>{t('error.details')}</summary>
          <pre>{[details, requestId].filter(Boolean).join('\n')}</pre>
        </details>
      )}
    </StandIn>
  )
}
