import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { MissionRow } from '../contract/missions.ts'
import { missions } from '../data/missions.ts'
import { useFormat } from '../i18n/format.ts'
import { Line, Lines, Nothing } from '../ui/lines.tsx'
import { Section } from '../ui/section.tsx'
import { DialogLink } from './dialog-link.tsx'
import { useNoBeginning } from './may-write.ts'
import { missionDates } from './mission-dates.ts'
import { MissionStatusBadge } from './mission-status-badge.tsx'
import { RecordLink } from './record-link.tsx'
import { useScope } from './scope.ts'
import { ScopedLink } from './scoped-link.tsx'

const few = 6

/** Which missions: those of a cluster, market or alliance, of a body in any role, or that serve an agreement. */
export type MissionsOf =
  | { cluster: string }
  | { market: string }
  | { alliance: string }
  | { body: string }
  | { agreement: string }

/** The missions that have to do with a record, the latest first; the way to all of them, and to a new one. */
export function MissionsSection({
  of,
  begin,
}: {
  of: MissionsOf
  /** What a new mission begins with. */
  begin: Record<string, string>
}) {
  const { t } = useTranslation('common')
  const { asOf } = useScope()
  const noWriting = useNoBeginning('activity.write')
  const { data } = useQuery(missions.page({ query: { ...of, asOf, sort: '-starts', limit: few } }))
  const total = data?.total ?? 0
  return (
    <Section
      title={t('noun.missions')}
      count={total || undefined}
      action={
        <span style={{ display: 'flex', alignItems: 'center', gap: 12 }}>
          {!noWriting && (
            <DialogLink dialog="new-mission" params={begin}>
              {t('newMission')}
            </DialogLink>
          )}
          {total > few && <ScopedLink to={`/missions?${new URLSearchParams(of)}`}>{t('showAll')}</ScopedLink>}
        </span>
      }
    >
      {data && total === 0 && <Nothing>{t('noMissions')}</Nothing>}
      <Lines>
        {data?.items.map((mission) => (
          <MissionLine key={mission.id} mission={mission} />
        ))}
      </Lines>
    </Section>
  )
}

/** One mission in a few words: what, when, where (unless it stands under its place), and how it stands. */
export function MissionLine({ mission, withPlace = true }: { mission: MissionRow; withPlace?: boolean }) {
  const { t } = useTranslation('common')
  const f = useFormat()
  const { id, title, kind, town, country, status } = mission
  const place = withPlace && [town, country && f.country(country)].filter(Boolean).join(', ')
  return (
    <Line
      title={<RecordLink noun="missions" id={id} name={title} />}
      end={
        <>
          <span>{missionDates(f, mission)}</span>
          <MissionStatusBadge status={status} />
        </>
      }
    >
      {[t(`missionKind.${kind}`), place].filter(Boolean).join(' · ')}
    </Line>
  )
}
