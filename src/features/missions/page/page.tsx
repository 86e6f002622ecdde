import { useTranslation } from 'react-i18next'
import { Outlet, useParams } from 'react-router'
import { missionDates } from '../../../components/mission-dates.ts'
import { MissionStatusBadge } from '../../../components/mission-status-badge.tsx'
import { SampleMark } from '../../../components/sample-mark.tsx'
import { useScope } from '../../../components/scope.ts'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import type { Mission } from '../../../contract/missions.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Page } from '../../../ui/page.tsx'
import { useMission } from '../use-mission.ts'
import { Notices } from './notices.tsx'
import { PageActions } from './page-actions.tsx'
import { PageSkeleton } from './page-skeleton.tsx'
import { MissionTabs } from './tabs.tsx'

/** One mission: where it stands and what can be done next; below, its tabs, each an address of its own. */
export function Component() {
  const { t } = useTranslation('missions')
  const mission = useMission(useParams().id)
  return (
    <Page
      title={mission?.title}
      eyebrow={<ScopedLink to="/missions">{t('title')}</ScopedLink>}
      status={mission && <Status mission={mission} />}
      subtitle={mission && <Subtitle mission={mission} />}
      actions={mission && <PageActions mission={mission} />}
    >
      {mission ? (
        <>
          <Notices mission={mission} />
          <MissionTabs mission={mission} />
          <Outlet context={mission} />
        </>
      ) : (
        <PageSkeleton />
      )}
    </Page>
  )
}

function Status({ mission }: { mission: Mission }) {
  return (
    <>
      <MissionStatusBadge status={mission.status} />
      {mission.sample && <SampleMark />}
    </>
  )
}

/** What kind of mission, when and where, and the day its status is that of. */
function Subtitle({ mission }: { mission: Mission }) {
  const { t } = useTranslation(['missions', 'common'])
  const f = useFormat()
  const { isToday } = useScope()
  const { kind, town, country, asOf } = mission
  return [
    t(`common:missionKind.${kind}`),
    missionDates(f, mission),
    [town, country && f.country(country)].filter(Boolean).join(', '),
    !isToday && t('asOf', { date: f.date(asOf) }),
  ]
    .filter(Boolean)
    .join(' · ')
}
