import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { RecordLink } from '../../../components/record-link.tsx'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import type { Mission } from '../../../contract/missions.ts'
import type { Participation } from '../../../contract/participations.ts'
import { maxPage } from '../../../contract/primitives.ts'
import { meetings, requests } from '../../../data/meetings.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Line, Lines, Nothing } from '../../../ui/lines.tsx'
import { Section } from '../../../ui/section.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { sittingsOf } from '../sittings.ts'

/** Its meetings in the order of the schedule, and the requests from and to it that no meeting stands for yet. */
export function ParticipationMeetings({ row, mission }: { row: Participation; mission: Mission }) {
  const { t } = useTranslation('participations')
  const f = useFormat()
  const { data: schedule } = useQuery(meetings.schedule({ params: { id: mission.id } }))
  const { data: asked } = useQuery(
    requests.page({ query: { mission: mission.id, participation: row.id, limit: maxPage } }),
  )
  const own = (schedule?.meetings ?? []).filter(({ aId, bId }) => aId === row.id || bId === row.id)
  const placed = new Map(
    schedule && sittingsOf(schedule, 'all').map((one, at) => [one.meeting.id, { ...one, at }]),
  )
  const met = new Set(own.flatMap(({ aId, bId }) => [aId, bId]))
  const open = asked?.items.filter(({ from, to }) => !met.has(from.id === row.id ? to.id : from.id)) ?? []
  const nameOf = (id: string) => schedule?.participants.find((one) => one.id === id)?.name ?? ''
  const last = own.length + placed.size
  const inOrder = own.toSorted((a, b) => (placed.get(a.id)?.at ?? last) - (placed.get(b.id)?.at ?? last))
  return (
    <Section
      title={t('meetings.title')}
      count={own.length || undefined}
      action={<ScopedLink to={`/missions/${mission.id}/meetings`}>{t('meetings.all')}</ScopedLink>}
    >
      {own.length === 0 && open.length === 0 && <Nothing>{t('meetings.none')}</Nothing>}
      <Lines label={t('meetings.title')}>
        {inOrder.map((meeting) => {
          const other = meeting.aId === row.id ? meeting.bId : meeting.aId
          const place = placed.get(meeting.id)
          return (
            <Line
              key={meeting.id}
              title={<RecordLink noun="participations" id={other} name={nameOf(other)} />}
              end={
                <StatusBadge tone={meetingTones[meeting.state]}>
                  {t(`meetings.state.${meeting.state}`)}
                </StatusBadge>
              }
            >
              <RecordLink
                noun="meetings"
                id={meeting.id}
                name={
                  place
                    ? `${f.longDate(place.slot.day)}, ${place.slot.starts}–${place.slot.ends} · ${place.table}`
                    : t('meetings.noSlot')
                }
              />
            </Line>
          )
        })}
      </Lines>
      {open.length > 0 && (
        <>
          <h3>{t('meetings.requests')}</h3>
          <Lines label={t('meetings.requests')}>
            {open.map(({ id, from, to, wish, pair, note }) => {
              const mine = from.id === row.id
              const other = mine ? to : from
              return (
                <Line
                  key={id}
                  title={<RecordLink noun="participations" id={other.id} name={other.name} />}
                  end={t(`meetings.pair.${pair}`)}
                >
                  {[t(mine ? `meetings.asks.${wish}` : `meetings.asked.${wish}`), note]
                    .filter(Boolean)
                    .join(' · ')}
                </Line>
              )
            })}
          </Lines>
        </>
      )}
    </Section>
  )
}

const meetingTones = {
  planned: 'preparation',
  held: 'active',
  no_show: 'overdue',
  cancelled: 'closed',
} as const
