import { Button, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useScope } from '../../components/scope.ts'
import { useRecord } from '../../components/use-record.ts'
import { useVisit } from '../../components/visit-state.ts'
import type { Overview } from '../../contract/overview.ts'
import { overview } from '../../data/overview.ts'
import { workspace } from '../../data/workspace.ts'
import { useFormat } from '../../i18n/format.ts'
import { loadMessages } from '../../i18n/i18n.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { useWhenIdle } from '../../ui/when-idle.ts'
import { Needs } from './needs.tsx'
import classes from './overview.module.css'
import { Pipeline } from './pipeline.tsx'
import { Waiting } from './waiting.tsx'

// What waits is shown first; the rest of the screen brings its code, and its words, after it.
const Year = lazy(async () => ({ default: (await import('./year.tsx')).Year }))
const Activity = lazy(async () => {
  const [module] = await Promise.all([import('./activity.tsx'), loadMessages(['history'])])
  return { default: module.Activity }
})
const Below = lazy(async () => {
  const [module] = await Promise.all([import('./below.tsx'), loadMessages(['views', 'indicators'])])
  return { default: module.Below }
})
const VisitOffer = lazy(async () => {
  const [module] = await Promise.all([import('./visit-offer.tsx'), loadMessages(['help'])])
  return { default: module.VisitOffer }
})
const Welcome = lazy(async () => ({ default: (await import('./welcome.tsx')).Welcome }))

const hasNothing = ({ needs, timeline, pipeline }: Overview): boolean =>
  needs.length === 0 && timeline.length === 0 && pipeline.every(({ count }) => count === 0)

/** The first screen: what waits, the year, how the agreements stand, where things happen, what is spent, what happened last. */
export function Component() {
  const { t } = useTranslation('overview')
  const f = useFormat()
  const { query, day, isNarrowed, clear } = useScope()
  const found = useRecord(overview.read({ query }))
  const { data: settings } = useQuery(workspace.read())
  const idle = useWhenIdle()
  const answered = useVisit((state) => state.answered)
  const isEmpty = settings && Object.values(settings.counts).every((count) => count === 0)
  if (isEmpty) return <Welcome />
  return (
    <Page title={t('title')} subtitle={<time dateTime={day}>{f.longDate(day)}</time>}>
      {found && isNarrowed && hasNothing(found) ? (
        <EmptyState title={t('nothingInScope')} action={<Button onClick={clear}>{t('clearScope')}</Button>}>
          {t('nothingInScopeHint')}
        </EmptyState>
      ) : found ? (
        <div className={classes.board}>
          <div className={classes.needs}>
            <Needs overview={found} />
          </div>
          <div className={classes.year}>
            {settings?.origin === 'demo' && !answered && (
              <div className={classes.offerPlace}>
                <Suspense>{idle && <VisitOffer />}</Suspense>
              </div>
            )}
            <Suspense fallback={<Skeleton height={260} animate={false} />}>
              <Year overview={found} />
            </Suspense>
          </div>
          <div className={classes.pipeline}>
            <Pipeline overview={found} />
          </div>
          <div className={classes.below}>
            {idle && (
              <Suspense fallback={<Skeleton height={260} animate={false} />}>
                <Below />
              </Suspense>
            )}
          </div>
          <div className={classes.activity}>
            <Suspense fallback={<Skeleton height={260} animate={false} />}>
              <Activity />
            </Suspense>
          </div>
        </div>
      ) : (
        <Waiting />
      )}
    </Page>
  )
}
