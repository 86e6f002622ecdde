import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useScope } from '../../components/scope.ts'
import { useRecord } from '../../components/use-record.ts'
import { overview } from '../../data/overview.ts'
import { workspace } from '../../data/workspace.ts'
import { useFormat } from '../../i18n/format.ts'
import { Page } from '../../ui/page.tsx'
import { Activity } from './activity.tsx'
import { Needs } from './needs.tsx'
import classes from './overview.module.css'
import { Pipeline } from './pipeline.tsx'
import { Waiting } from './waiting.tsx'
import { Welcome } from './welcome.tsx'

/** The chart's code comes after what waits has been shown. */
const Year = lazy(async () => ({ default: (await import('./year.tsx')).Year }))

/** The first screen: what waits, the year, how the agreements stand, what happened last. */
export function Component() {
  const { t } = useTranslation('overview')
  const f = useFormat()
  const { query, day } = useScope()
  const found = useRecord(overview.read({ query }))
  const { data: settings } = useQuery(workspace.read())
  const isEmpty = settings && Object.values(settings.counts).every((count) => count === 0)
  if (isEmpty) return <Welcome />
  return (
    <Page title={t('title')} subtitle={<time dateTime={day}>{f.longDate(day)}</time>}>
      {found ? (
        <div className={classes.board}>
          <div className={classes.needs}>
            <Needs overview={found} />
          </div>
          <div className={classes.year}>
            <Suspense fallback={<Skeleton height={260} animate={false} />}>
              <Year overview={found} />
            </Suspense>
          </div>
          <div className={classes.pipeline}>
            <Pipeline overview={found} />
          </div>
          <div className={classes.activity}>
            <Activity />
          </div>
        </div>
      ) : (
        <Waiting />
      )}
    </Page>
  )
}
