import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Organisation } from '../../contract/organisations.ts'
import { missions } from '../../data/missions.ts'
import { participations } from '../../data/participations.ts'
import { useFormat } from '../../i18n/format.ts'
import { Line, Lines, Nothing } from '../../ui/lines.tsx'
import { Section } from '../../ui/section.tsx'
import { MissionLine } from '../missions-section.tsx'
import { ParticipationStateBadge } from '../participation-state-badge.tsx'
import { RecordLink } from '../record-link.tsx'
import { recordPath } from '../record-path.ts'
import { useScope } from '../scope.ts'
import { ScopedLink } from '../scoped-link.tsx'

const few = 50

/** The missions that a body takes part in, each with where it stands, and those that it leads, hosts or organises. */
export function OrganisationMissions({ organisation: { id } }: { organisation: Organisation }) {
  const { t } = useTranslation('common')
  const f = useFormat()
  const { asOf } = useScope()
  const own = useQuery(participations.page({ query: { organisation: id, asOf, limit: few } })).data
  const led = useQuery(missions.page({ query: { body: id, asOf, sort: '-starts', limit: few } })).data
  const total = (own?.total ?? 0) + (led?.total ?? 0)
  return (
    <Section title={t('noun.missions')} count={total || undefined}>
      {own && led && total === 0 && <Nothing>{t('noMissions')}</Nothing>}
      <Lines>
        {own?.items.map((one) => (
          <Line
            key={one.id}
            title={<RecordLink noun="missions" id={one.mission.id} name={one.mission.name} />}
            end={
              <ScopedLink to={recordPath('participations', one.id)}>
                <ParticipationStateBadge state={one.state} waiting={one.waiting} />
              </ScopedLink>
            }
          >
            {[one.cluster?.name, t('since', { date: f.date(one.since) })].filter(Boolean).join(' · ')}
          </Line>
        ))}
        {led?.items.map((mission) => (
          <MissionLine key={mission.id} mission={mission} />
        ))}
      </Lines>
    </Section>
  )
}
