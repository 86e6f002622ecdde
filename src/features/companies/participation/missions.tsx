import { useTranslation } from 'react-i18next'
import { missionDates } from '../../../components/mission-dates.ts'
import { ParticipationStateBadge } from '../../../components/participation-state-badge.tsx'
import { RecordLink } from '../../../components/record-link.tsx'
import { recordPath } from '../../../components/record-path.ts'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import type { CompanyServed } from '../../../contract/served.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Line, Lines, Nothing } from '../../../ui/lines.tsx'
import { Section } from '../../../ui/section.tsx'

/** The missions it was or is in, with how its meetings went. */
export function CompanyMissions({ missions }: { missions: CompanyServed['missions'] }) {
  const { t } = useTranslation('served')
  const f = useFormat()
  return (
    <Section title={t('missions.title')} count={missions.length || undefined}>
      {missions.length === 0 && <Nothing>{t('missions.none')}</Nothing>}
      <Lines label={t('missions.title')}>
        {missions.map(({ participationId, mission, cluster, scheduled, held, ratings, ...row }) => (
          <Line
            key={participationId}
            title={<RecordLink noun="missions" id={mission.id} name={mission.name} />}
            end={
              <>
                <span>{missionDates(f, row)}</span>
                <ScopedLink to={recordPath('participations', participationId)}>
                  <ParticipationStateBadge state={row.state} waiting={row.waiting} />
                </ScopedLink>
              </>
            }
          >
            {[
              cluster?.name,
              scheduled > 0 && t('missions.meetings', { held, count: scheduled }),
              ...ratings.map(({ rating, count }) =>
                t('missions.rated', { rating: t(`missions.rating.${rating}`), count }),
              ),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Line>
        ))}
      </Lines>
    </Section>
  )
}
