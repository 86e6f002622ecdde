import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { MissionRow } from '../contract/missions.ts'
import { missions } from '../data/missions.ts'
import { useFormat } from '../i18n/format.ts'
import { Line, Lines, Nothing } from '../ui/lines.tsx'
import { Section } from '../ui/section.tsx'
import { MissionStatusBadge } from './mission-status-badge.tsx'
import { RecordLink } from './record-link.tsx'
import { useScope } from './scope.ts'
import { ScopedLink } from './scoped-link.tsx'

const few = 6

/** Which missions: those of a market or alliance, of a body in any role, or that serve an agreement. */
type Of =
  | { cluster: string }
  | { market: string }
  | { alliance: string }
  | { body: string }
  | { agreement: string }

/** The missions that have to do with a record: the latest first, and the way to all of them. */
export function MissionsSection({
  of,
  action,
  quiet,
}: {
  of: Of
  action?: ReactNode
  /** Leave the section out where there are none. */
  quiet?: boolean
}) {
  const { t } = useTranslation('common')
  const { asOf } = useScope()
  const { data } = useQuery(missions.page({ query: { ...of, asOf, sort: '-starts', limit: few } }))
  if (quiet && data?.total === 0) return null
  return (
    <Section
      title={t('noun.missions')}
      count={data?.total || undefined}
      action={
        data && data.total > 0 ? (
          <ScopedLink to={`/missions?${new URLSearchParams(of)}`}>{t('showAll')}</ScopedLink>
        ) : (
          action
        )
      }
    >
      {data?.total === 0 && <Nothing>{t('noMissions')}</Nothing>}
      <Lines>
        {data?.items.map((mission) => (
          <MissionLine key={mission.id} mission={mission} />
        ))}
      </Lines>
    </Section>
  )
}

/** One mission in a few words: what, when, where, and how it stands. */
export function MissionLine({ mission, children }: { mission: MissionRow; children?: ReactNode }) {
  const { t } = useTranslation('common')
  const f = useFormat()
  const { id, title, kind, town, country, starts, ends, status } = mission
  const place = [town, country && f.country(country)].filter(Boolean).join(', ')
  return (
    <Line
      title={<RecordLink noun="missions" id={id} name={title} />}
      end={
        <>
          <span>{f.period(starts, ends)}</span>
          <MissionStatusBadge status={status} />
        </>
      }
    >
      {[t(`missionKind.${kind}`), place].filter(Boolean).join(' · ')}
      {children}
    </Line>
  )
}
