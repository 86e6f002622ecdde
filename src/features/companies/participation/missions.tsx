import { useTranslation } from 'react-i18next'
import { missionDates } from '../../../components/mission-dates.ts'
import { ParticipationStateBadge } from '../../../components/participation-state-badge.tsx'
import { RecordLink } from '../../../components/record-link.tsx'
import { recordPath } from '../../../components/record-path.ts'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import { ratings } from '../../../domain/meeting.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Line, Lines, Nothing } from '../../../ui/lines.tsx'
import { Section } from '../../../ui/section.tsx'
import type { Part } from './use-served.ts'

/** The missions it was or is in, with how its meetings went. */
export function CompanyMissions({ parts }: { parts: Part[] }) {
  const { t } = useTranslation('served')
  const f = useFormat()
  return (
    <Section title={t('missions.title')} count={parts.length || undefined}>
      {parts.length === 0 && <Nothing>{t('missions.none')}</Nothing>}
      <Lines label={t('missions.title')}>
        {parts.map(({ row, mission, meetings }) => (
          <Line
            key={row.id}
            title={<RecordLink noun="missions" id={row.mission.id} name={row.mission.name} />}
            end={
              <>
                {mission && <span>{missionDates(f, mission)}</span>}
                <ScopedLink to={recordPath('participations', row.id)}>
                  <ParticipationStateBadge state={row.state} waiting={row.waiting} />
                </ScopedLink>
              </>
            }
          >
            {[
              row.cluster?.name,
              row.scheduled > 0 && t('missions.meetings', { held: row.held, count: row.scheduled }),
              ...ratings.map((rating) => {
                const count = meetings.filter((meeting) => meeting.rating === rating).length
                return count > 0 && t('missions.rated', { rating: t(`missions.rating.${rating}`), count })
              }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Line>
        ))}
      </Lines>
    </Section>
  )
}
