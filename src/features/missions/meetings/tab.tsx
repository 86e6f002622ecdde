import { Skeleton } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { SampleTag } from '../../../components/sample-tag.tsx'
import type { Mission } from '../../../contract/missions.ts'
import { useCurrentInSight } from '../../../ui/current-in-sight.ts'
import { isSample } from '../sittings.ts'
import { FitMeter } from './fit/fit-meter.tsx'
import classes from './tab.module.css'
import { useSchedule } from './use-schedule.ts'
import { useViews, type View, views } from './views.ts'

const screens = {
  schedule: lazy(async () => ({ default: (await import('./grid/schedule-view.tsx')).ScheduleView })),
  companies: lazy(async () => ({ default: (await import('./companies/companies-view.tsx')).CompaniesView })),
  requests: lazy(async () => ({ default: (await import('./requests/requests-view.tsx')).RequestsView })),
  suggestions: lazy(async () => ({
    default: (await import('./suggestions/suggestions-view.tsx')).SuggestionsView,
  })),
  setup: lazy(async () => ({ default: (await import('./setup/setup-view.tsx')).SetupView })),
  runs: lazy(async () => ({ default: (await import('./runs/runs-view.tsx')).RunsView })),
} satisfies Record<View, unknown>

/** A mission's meetings: who wants to meet whom, whether it fits, and the schedule that comes of it. */
export function MeetingsTab({ mission }: { mission: Mission }) {
  const { t } = useTranslation('meetings')
  const { current, to } = useViews()
  const model = useSchedule(mission.id)
  const Screen = screens[current]
  const row = useCurrentInSight<HTMLElement>(current)
  const waiting = (
    <div aria-hidden aria-busy>
      <Skeleton height={320} />
    </div>
  )
  return (
    <div className={classes.tab}>
      <div className={classes.bar}>
        <nav ref={row} className={classes.views} aria-label={t('view.label')}>
          {views.map((view) => (
            <Link key={view} to={to(view)} aria-current={view === current ? 'page' : undefined}>
              {t(`view.${view}`)}
            </Link>
          ))}
        </nav>
        {model && isSample(model.schedule) && <SampleTag />}
        {model && <FitMeter model={model} />}
      </div>
      {model ? (
        <Suspense fallback={waiting}>
          <Screen mission={mission} model={model} />
        </Suspense>
      ) : (
        waiting
      )}
    </div>
  )
}
